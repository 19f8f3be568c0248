package dev.croft.exception;

/**
 * A statement of unchecked SQL left something on its connection that the next use would have met:
 * another tenant, another role, a changed setting, a temporary table, a lock. The statement was
 * undone, and the connection is closed; inside a transaction, that transaction cannot go on.
 */
public final class UncleanStatementException extends DatabaseException {
  private static final long serialVersionUID = 1L;

  /** Says what was left behind. */
  public UncleanStatementException(String leftBehind) {
    super(
        "A statement of unchecked SQL was undone and its connection given up",
        "it left %s behind".formatted(leftBehind),
        "Write SQL that reads and writes rows of its own tenant, and nothing else.");
  }
}
