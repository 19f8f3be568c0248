package dev.croft.exception;

/** A statement would have written in a transaction that only reads. */
public final class ReadOnlyException extends StatementException {
  private static final long serialVersionUID = 1L;

  ReadOnlyException(ServerError error) {
    super(
        "A statement was refused",
        error.primaryMessage(),
        "Write in a transaction that is not read-only; a system session writes after writing().",
        error.sqlState(),
        error.sanitized());
  }
}
