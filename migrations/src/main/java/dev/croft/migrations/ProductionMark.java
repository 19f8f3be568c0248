package dev.croft.migrations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The mark of a database of production, which its owner does not see by itself. */
final class ProductionMark {
  private static final String TABLE = "croft.environment";

  private ProductionMark() {}

  /** Whether the database bears it; changes nothing. */
  static boolean isOn(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      if (isThere(statement)) {
        statement.execute("set local row_security = off");
        statement.execute("alter table %s no force row level security".formatted(TABLE));
      }
      return isSeen(statement);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** Whether the database bears it, where the caller sees all rows. */
  static boolean isSeen(Statement statement) throws SQLException {
    return isThere(statement)
        && isTrue(statement, "exists (select from %s where is_production)".formatted(TABLE));
  }

  private static boolean isThere(Statement statement) throws SQLException {
    return isTrue(statement, "pg_catalog.to_regclass('%s') is not null".formatted(TABLE));
  }

  private static boolean isTrue(Statement statement, String condition) throws SQLException {
    try (ResultSet row = statement.executeQuery("select " + condition)) {
      return row.next() && row.getBoolean(1);
    }
  }
}
