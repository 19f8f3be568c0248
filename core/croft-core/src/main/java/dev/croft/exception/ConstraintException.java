package dev.croft.exception;

/** A constraint of the schema refused a row. Names the constraint, never the row's values. */
public abstract sealed class ConstraintException extends StatementException
    permits DuplicateKeyException,
        ForeignKeyException,
        CheckException,
        NotNullException,
        ExclusionException {
  private static final long serialVersionUID = 1L;

  private final String constraint;

  ConstraintException(String problem, String advice, ServerError error) {
    super(problem, error.location(), advice, error.sqlState(), error.sanitized());
    this.constraint = error.constraint();
  }

  /** The name of the constraint, or of the column for a NOT NULL column. */
  public final String constraint() {
    return constraint;
  }
}
