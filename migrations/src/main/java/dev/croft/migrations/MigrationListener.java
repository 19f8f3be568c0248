package dev.croft.migrations;

/**
 * Is told of each changeset while a migrator works, on the migrator's thread. What it throws ends
 * the run and reaches the migrator's caller as it is: a changeset begun has then not been applied,
 * one finished has.
 */
public interface MigrationListener {
  /** Listens to nothing. */
  MigrationListener NONE = new MigrationListener() {};

  /** The changeset is about to be applied or rolled back. */
  default void begun(ChangesetId changeset) {}

  /** The changeset has been applied or rolled back, and that is committed. */
  default void finished(ChangesetId changeset) {}

  /**
   * The changeset found a table locked and will be tried again.
   *
   * @param attempt counts the tries that failed, from 1
   */
  default void gaveWay(ChangesetId changeset, int attempt) {}
}
