package dev.croft.migrations;

/** A rollback was asked for that cannot be done. Nothing was rolled back. */
public final class RollbackRefusedException extends MigrationException {
  private static final long serialVersionUID = 1L;

  RollbackRefusedException(String facts, String advice) {
    super("Nothing was rolled back", facts, advice, null);
  }
}
