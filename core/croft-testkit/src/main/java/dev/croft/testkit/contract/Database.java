package dev.croft.testkit.contract;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A plain connection of some login, with no fence but those of the server. */
record Database(Connection connection) implements AutoCloseable {

  /** Makes a value of the row that a cursor stands on. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  <T> List<T> list(String sql, RowReader<T> reader) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(reader.read(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new PlainSqlException(e);
    }
  }

  List<String> strings(String sql) {
    return list(sql, row -> row.getString(1));
  }

  /** The number of rows that {@code sql} changed. */
  int execute(String sql, String... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      return statement.execute() ? 0 : statement.getUpdateCount();
    } catch (SQLException e) {
      throw new PlainSqlException(e);
    }
  }

  /** Runs {@code sql} with an array of texts as its one value. */
  void execute(String sql, List<String> values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("text", values.toArray()));
      statement.execute();
    } catch (SQLException e) {
      throw new PlainSqlException(e);
    }
  }

  /** Enters a transaction of {@code tenant}, as row-level security understands it. */
  void enter(String tenant) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw new PlainSqlException(e);
    }
    list("select set_config('app.tenant_id', '%s', true)".formatted(tenant), row -> "");
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new PlainSqlException(e);
    }
  }
}
