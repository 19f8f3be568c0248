package dev.croft.migrations;

import java.sql.SQLException;

/** The database to be migrated cannot be reached, or the login may not migrate it. */
public final class DatabaseUnavailableException extends MigrationException {
  private static final long serialVersionUID = 1L;

  DatabaseUnavailableException(String problem, ServerComplaint complaint) {
    super(problem, complaint.text(), advice(complaint.sqlState()), complaint.cause());
  }

  private static String advice(String state) {
    return switch (state) {
      case "28P01", "28000" -> "Correct the login or its password.";
      case "3D000" -> "Create the database, or correct its name.";
      case "42501" -> "Use a login that may create schemas and owns %s.".formatted(History.SCHEMA);
      default -> "See that the server runs, and that the login may connect.";
    };
  }

  /** What PostgreSQL, or the way to it, says while a database is being looked at. */
  public static DatabaseUnavailableException of(SQLException failure) {
    return new DatabaseUnavailableException(
        "The database cannot be migrated", ServerComplaint.in(failure));
  }
}
