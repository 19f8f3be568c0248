package dev.croft.exception;

/**
 * The connection was lost while a COMMIT was under way: the transaction is either wholly there or
 * wholly absent, and the client cannot know which. Never retried by Croft.
 */
public final class OutcomeUnknownException extends DatabaseException {
  private static final long serialVersionUID = 1L;

  /** Wraps the loss of the connection. */
  public OutcomeUnknownException(Throwable cause) {
    super(
        "The outcome of a transaction is unknown",
        "the connection was lost after COMMIT was sent",
        "Read the rows back to learn whether it happened; retry only work that is idempotent.",
        cause);
  }
}
