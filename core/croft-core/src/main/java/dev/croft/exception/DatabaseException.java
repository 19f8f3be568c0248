package dev.croft.exception;

import org.jspecify.annotations.Nullable;

/**
 * A statement, a transaction or a session that did not do what it was asked for.
 *
 * <p>The message reads "problem: facts. What to do next." It may name tables, constraints and ids,
 * never the value of a column and never a secret; the same holds for the cause.
 */
public class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Joins the three parts into the message. */
  public DatabaseException(String problem, String facts, String advice, @Nullable Throwable cause) {
    super("%s: %s. %s".formatted(problem, facts, advice), cause);
  }

  /** Joins the three parts into the message; there is no cause. */
  public DatabaseException(String problem, String facts, String advice) {
    this(problem, facts, advice, null);
  }
}
