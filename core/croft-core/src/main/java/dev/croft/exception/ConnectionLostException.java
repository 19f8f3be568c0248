package dev.croft.exception;

/**
 * The connection to the server was lost before a COMMIT was sent: nothing of an open transaction
 * was kept. A single statement outside a transaction may still have run.
 */
public final class ConnectionLostException extends StatementException {
  private static final long serialVersionUID = 1L;

  ConnectionLostException(ServerError error) {
    super(
        "The connection to the database was lost",
        error.primaryMessage(),
        "Run the transaction again; read a row back before repeating a single write.",
        error.sqlState(),
        error.sanitized());
  }
}
