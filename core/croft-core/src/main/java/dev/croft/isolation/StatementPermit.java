package dev.croft.isolation;

/**
 * Says that one statement went through the fence. Only this package makes one, so a connection that
 * asks for it runs nothing that was not fenced.
 */
public final class StatementPermit {
  private final String sql;
  private final boolean batch;
  private final boolean unchecked;
  private final boolean writing;

  StatementPermit(String sql, boolean batch, boolean unchecked, boolean writing) {
    this.sql = sql;
    this.batch = batch;
    this.unchecked = unchecked;
    this.writing = writing;
  }

  /** The statement's text, as rendered. */
  public String sql() {
    return sql;
  }

  /** Whether the statement will run once for each of several sets of values. */
  public boolean batch() {
    return batch;
  }

  /** Whether it may be plain SQL, of which the fence knows nothing but that it was reviewed. */
  public boolean unchecked() {
    return unchecked;
  }

  /** Whether it may write; of plain SQL that is not known, so it may. */
  public boolean writing() {
    return writing;
  }
}
