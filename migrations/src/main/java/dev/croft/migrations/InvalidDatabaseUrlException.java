package dev.croft.migrations;

/** The address of the database to be migrated cannot be used. Nothing was opened. */
public final class InvalidDatabaseUrlException extends MigrationException {
  private static final long serialVersionUID = 1L;

  InvalidDatabaseUrlException(String facts) {
    super(
        "The database URL cannot be used",
        facts,
        "Write jdbc:postgresql://host:port/database, and give user and password as the login.",
        null);
  }
}
