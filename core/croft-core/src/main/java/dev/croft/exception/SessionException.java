package dev.croft.exception;

/** A session was used where it cannot be: after its end, by another thread, or inside another. */
public final class SessionException extends DatabaseException {
  private static final long serialVersionUID = 1L;

  /** Says how the session was misused. */
  public SessionException(String problem, String facts, String advice) {
    super(problem, facts, advice);
  }
}
