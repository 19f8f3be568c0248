package dev.croft.exception;

/** A unique constraint refused a row that this session's tenant already has. */
public final class DuplicateKeyException extends ConstraintException {
  private static final long serialVersionUID = 1L;

  DuplicateKeyException(ServerError error) {
    super(
        "A row with the same key exists",
        "Find and update the existing row, or choose another key.",
        error);
  }
}
