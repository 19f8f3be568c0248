package dev.croft.exception;

/**
 * A pooled connection did not come back clean: it carried a tenant, another role, or disabled
 * row-level security. No statement was run on it, and it was closed.
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
