package dev.croft.exception;

/**
 * The connection was lost while a COMMIT was under way, or a statement that commits by itself: the
 * transaction is either wholly there or wholly absent, and the client cannot know which. Croft runs
 * it again only where it was said to be idempotent.
 */
public final class OutcomeUnknownException extends DatabaseException {
  private static final long serialVersionUID = 1L;

  private OutcomeUnknownException(String problem, String facts, Throwable cause) {
    super(
        problem,
        facts,
        "Read the rows back to learn whether it happened; retry only work that is idempotent.",
        cause);
  }

  /** Wraps the loss of the connection at a COMMIT. */
  public static OutcomeUnknownException ofCommit(Throwable cause) {
    return new OutcomeUnknownException(
        "The outcome of a transaction is unknown",
        "the connection was lost after COMMIT was sent",
        cause);
  }

  /** Wraps the loss of the connection at a statement that was a transaction of its own. */
  public static OutcomeUnknownException ofStatement(Throwable cause) {
    return new OutcomeUnknownException(
        "The outcome of a statement is unknown",
        "the connection was lost while it ran, outside a transaction",
        cause);
  }
}
