package dev.croft.exception;

/**
 * The transaction lost against a concurrent one (SQLSTATE 40001), in a deadlock (40P01), or against
 * a migration that changed what it had prepared a statement for (0A000, 26000), and was rolled back
 * whole: running it again is safe.
 */
public final class SerializationFailureException extends StatementException {
  private static final long serialVersionUID = 1L;

  SerializationFailureException(ServerError error) {
    super(
        "The transaction lost against a concurrent one and was rolled back",
        error.primaryMessage(),
        "Run it again, or let TransactionOptions.retries do so.",
        error.sqlState(),
        error.sanitized());
  }
}
