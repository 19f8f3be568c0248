package dev.croft.migrations;

/** Locks were not measured, because measuring takes them, on a database that others may use. */
public final class LocksNotMeasuredException extends MigrationException {
  private static final long serialVersionUID = 1L;

  private LocksNotMeasuredException(String facts, String advice) {
    super("The locks were not measured", facts, advice, null);
  }

  static LocksNotMeasuredException ofProduction(String database) {
    return new LocksNotMeasuredException(
        "the database %s is marked as production, and measuring takes the locks"
            .formatted(database),
        "Measure on a copy, such as a restored backup; a copy bears the mark too, so name it.");
  }

  static LocksNotMeasuredException ofAnother(String database, String named) {
    return new LocksNotMeasuredException(
        "the database is called %s, not %s".formatted(database, named),
        "Connect to the copy that is to be measured.");
  }
}
