package dev.croft.exception;

/**
 * A record, or rows of values, were not all written: another number of rows was changed than was
 * promised. What was changed stays changed, unless the transaction is rolled back.
 */
public final class RowCountException extends DatabaseException {
  private static final long serialVersionUID = 1L;

  private final int promised;
  private final int changed;

  /** For rows of {@code table}. */
  public RowCountException(String table, int promised, int changed) {
    super(
        "Not every row of %s was written".formatted(table),
        "%d of %d were changed".formatted(changed, promised),
        "Read them again: they were deleted, or this session never saw them, or the database kept"
            + " them as they were.");
    this.promised = promised;
    this.changed = changed;
  }

  /** How many rows the statement named. */
  public int promised() {
    return promised;
  }

  /** How many rows were changed. */
  public int changed() {
    return changed;
  }
}
