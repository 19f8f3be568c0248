package dev.croft.migrations;

import dev.croft.postgres.Login;
import dev.croft.postgres.PostgresDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Short ways to look into a database. */
final class Database {
  private Database() {}

  static void execute(PostgresDatabase database, String sql) {
    execute(database, database.owner(), sql);
  }

  static void execute(PostgresDatabase database, Login login, String sql) {
    try (Connection connection = database.connect(login);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static String ask(PostgresDatabase database, String sql) {
    return ask(database, database.owner(), sql);
  }

  static String ask(PostgresDatabase database, Login login, String sql) {
    try (Connection connection = database.connect(login);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return String.valueOf(row.getString(1));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static boolean exists(PostgresDatabase database, String relation) {
    return !"null".equals(ask(database, "select to_regclass('" + relation + "')"));
  }
}
