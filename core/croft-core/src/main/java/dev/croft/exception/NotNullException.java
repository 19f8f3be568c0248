package dev.croft.exception;

/** A column that needs a value got none. */
public final class NotNullException extends ConstraintException {
  private static final long serialVersionUID = 1L;

  NotNullException(ServerError error) {
    super("A required column has no value", "Give the column a value.", error);
  }
}
