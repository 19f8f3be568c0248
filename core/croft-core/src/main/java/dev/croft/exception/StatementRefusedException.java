package dev.croft.exception;

/** A tenant session refused a statement before any of it reached the database. */
public final class StatementRefusedException extends DatabaseException {
  private static final long serialVersionUID = 1L;

  /** Says what was refused, why, and what to use instead. */
  public StatementRefusedException(String problem, String facts, String advice) {
    super(problem, facts, advice);
  }
}
