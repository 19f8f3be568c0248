package dev.croft.schema;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Runs each call as one login, in a transaction of its own with its own tenant setting. */
record Session(Connection connection, @Nullable String setting) {

  Session in(Object setting) {
    return new Session(connection, setting.toString());
  }

  void run(String... statements) {
    try {
      transact(statements);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** The rows of the last statement: columns by comma, NULL as empty text. */
  List<String> rows(String... statements) {
    try {
      return transact(statements);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  String value(String query) {
    return rows(query).getFirst();
  }

  /** The SQLSTATE and the message with which PostgreSQL refuses. */
  String refusal(String... statements) {
    ServerErrorMessage error = error(statements);
    return error.getSQLState() + " " + error.getMessage();
  }

  /** Message, detail and hint with which PostgreSQL refuses, a line each. */
  String explanation(String... statements) {
    ServerErrorMessage error = error(statements);
    return String.join("\n", error.getMessage(), error.getDetail(), error.getHint());
  }

  private ServerErrorMessage error(String... statements) {
    try {
      transact(statements);
    } catch (PSQLException e) {
      return requireNonNull(e.getServerErrorMessage());
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    throw new AssertionError("not refused: " + String.join("; ", statements));
  }

  private List<String> transact(String... statements) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement jdbc = connection.createStatement()) {
      enter();
      List<String> rows = List.of();
      for (String statement : statements) {
        rows = jdbc.execute(statement) ? texts(jdbc.getResultSet()) : List.of();
      }
      connection.commit();
      return rows;
    } finally {
      connection.rollback();
    }
  }

  private void enter() throws SQLException {
    if (setting != null) {
      String enter = "select set_config('app.tenant_id', ?, true)";
      try (PreparedStatement jdbc = connection.prepareStatement(enter)) {
        jdbc.setString(1, setting);
        jdbc.execute();
      }
    }
  }

  private static List<String> texts(ResultSet result) throws SQLException {
    List<String> rows = new ArrayList<>();
    while (result.next()) {
      List<String> columns = new ArrayList<>();
      for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
        String text = result.getString(column);
        columns.add(text == null ? "" : text);
      }
      rows.add(String.join(",", columns));
    }
    return rows;
  }
}
