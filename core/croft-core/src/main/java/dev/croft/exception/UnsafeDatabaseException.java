package dev.croft.exception;

/** Croft refused to open because the database or its role would not keep tenants apart. */
public final class UnsafeDatabaseException extends DatabaseException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong and how to repair it. */
  public UnsafeDatabaseException(String facts, String advice) {
    super("Croft does not open on this database", facts, advice);
  }
}
