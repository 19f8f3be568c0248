package dev.croft.exception;

/** An exclusion constraint refused a row. */
public final class ExclusionException extends ConstraintException {
  private static final long serialVersionUID = 1L;

  ExclusionException(ServerError error) {
    super(
        "An exclusion constraint was violated",
        "Change the row so that it no longer conflicts with an existing one.",
        error);
  }
}
