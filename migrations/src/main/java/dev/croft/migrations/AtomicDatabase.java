package dev.croft.migrations;

import liquibase.changelog.ChangeSet;
import liquibase.database.core.PostgresDatabase;
import liquibase.exception.DatabaseException;

/**
 * Commits a changeset together with the record that it ran. Liquibase commits one after the other,
 * and a process killed in between leaves a changeset that ran and will be run again.
 */
final class AtomicDatabase extends PostgresDatabase {
  private boolean inChangeset;

  /** From here until the changeset is recorded, or its record removed, nothing is committed. */
  void enter(ChangeSet changeset) {
    inChangeset = changeset.isRunInTransaction();
  }

  @Override
  public void commit() throws DatabaseException {
    if (!inChangeset) {
      super.commit();
    }
  }

  @Override
  public void markChangeSetExecStatus(ChangeSet changeset, ChangeSet.ExecType type)
      throws DatabaseException {
    inChangeset = false;
    super.markChangeSetExecStatus(changeset, type);
  }

  @Override
  public void removeRanStatus(ChangeSet changeset) throws DatabaseException {
    inChangeset = false;
    super.removeRanStatus(changeset);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
