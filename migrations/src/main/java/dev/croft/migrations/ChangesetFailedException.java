package dev.croft.migrations;

/**
 * PostgreSQL refused a changeset, or its rollback. What it had done has been undone, unless it runs
 * outside a transaction.
 */
public final class ChangesetFailedException extends MigrationException {
  private static final long serialVersionUID = 1L;

  private final ChangesetId changeset;
  private final String sqlState;
  private final boolean isUndone;

  ChangesetFailedException(
      ChangesetId changeset, String step, ServerComplaint complaint, boolean isUndone) {
    super(
        "Changeset %s was not %s".formatted(changeset, step),
        "PostgreSQL says " + complaint.text(),
        complaint.advice(),
        complaint.cause());
    this.changeset = changeset;
    this.sqlState = complaint.sqlState();
    this.isUndone = isUndone;
  }

  /** The changeset that failed. */
  public ChangesetId changeset() {
    return changeset;
  }

  /** Whether it ran in a transaction, so that nothing of it is left. */
  boolean isUndone() {
    return isUndone;
  }

  /** PostgreSQL's code for what is wrong; empty if the failure is not PostgreSQL's. */
  public String sqlState() {
    return sqlState;
  }
}
