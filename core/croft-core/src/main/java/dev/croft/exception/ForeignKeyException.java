package dev.croft.exception;

/** A foreign key refused a row: what it refers to is not there, or is still referred to. */
public final class ForeignKeyException extends ConstraintException {
  private static final long serialVersionUID = 1L;

  ForeignKeyException(ServerError error) {
    super(
        "A foreign key was violated",
        "Create what the row refers to first, or delete what refers to it.",
        error);
  }
}
