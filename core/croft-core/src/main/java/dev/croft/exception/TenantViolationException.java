package dev.croft.exception;

/**
 * A tenant session was asked to write a row of another tenant, or to move a row between tenants.
 * Nothing was changed.
 */
public final class TenantViolationException extends DatabaseException {
  private static final long serialVersionUID = 1L;

  private final String table;

  /** For a statement on {@code table}. */
  public TenantViolationException(String table, String facts, String advice) {
    super("A row of another tenant cannot be written in %s".formatted(table), facts, advice);
    this.table = table;
  }

  /** The qualified name of the table. */
  public String table() {
    return table;
  }
}
