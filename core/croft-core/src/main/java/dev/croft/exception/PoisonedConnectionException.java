package dev.croft.exception;

/**
 * A pooled connection carried something of an earlier use: a tenant, another role, a setting, an
 * open transaction. Nothing that was sent on it had an effect, and it was closed.
 */
public final class PoisonedConnectionException extends DatabaseException {
  private static final long serialVersionUID = 1L;

  /** Says what was found on the connection. */
  public PoisonedConnectionException(String facts) {
    super(
        "A pooled connection was not clean and was closed",
        facts,
        "Try again on another connection; find the code that used the pool without a session.");
  }
}
