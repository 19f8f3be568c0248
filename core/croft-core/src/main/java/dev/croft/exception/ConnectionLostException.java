package dev.croft.exception;

/**
 * The connection to the server was lost before a COMMIT was sent: nothing of it was kept, be it an
 * open transaction or a single read. A single write is told by {@link OutcomeUnknownException}.
 */
public final class ConnectionLostException extends StatementException {
  private static final long serialVersionUID = 1L;

  ConnectionLostException(ServerError error) {
    super(
        "The connection to the database was lost",
        error.primaryMessage(),
        "Run it again.",
        error.sqlState(),
        error.sanitized());
  }
}
