package dev.croft.exception;

import org.jspecify.annotations.Nullable;

/** PostgreSQL refused a statement. The subtypes are the situations that callers handle. */
public class StatementException extends DatabaseException {
  private static final long serialVersionUID = 1L;

  private final String sqlState;

  StatementException(
      String problem, String facts, String advice, String sqlState, @Nullable Throwable cause) {
    super(problem, "%s (SQLSTATE %s)".formatted(facts, sqlState), advice, cause);
    this.sqlState = sqlState;
  }

  /** The five characters of PostgreSQL's error code (manual, appendix A). */
  public final String sqlState() {
    return sqlState;
  }
}
