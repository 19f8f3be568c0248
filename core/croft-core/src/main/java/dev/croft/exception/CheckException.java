package dev.croft.exception;

/** A check constraint refused a row. */
public final class CheckException extends ConstraintException {
  private static final long serialVersionUID = 1L;

  CheckException(ServerError error) {
    super(
        "A check constraint was violated",
        "Correct the row so that it satisfies the constraint's condition.",
        error);
  }
}
