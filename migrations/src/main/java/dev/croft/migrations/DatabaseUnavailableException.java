package dev.croft.migrations;

import java.sql.SQLException;

/** The database to be migrated cannot be reached, or the login may not migrate it. */
public final class DatabaseUnavailableException extends MigrationException {
  private static final long serialVersionUID = 1L;

  DatabaseUnavailableException(String problem, ServerComplaint complaint) {
    super(
        problem,
        complaint.text(),
        "See that the server runs, and that the login may create schemas and owns "
            + History.SCHEMA
            + ".",
        complaint.cause());
  }

  /** What PostgreSQL, or the way to it, says while a database is being looked at. */
  public static DatabaseUnavailableException of(SQLException failure) {
    return new DatabaseUnavailableException(
        "The database cannot be migrated", ServerComplaint.in(failure));
  }
}
