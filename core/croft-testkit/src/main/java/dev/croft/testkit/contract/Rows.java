package dev.croft.testkit.contract;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows in text form, as they go in and come out. */
final class Rows {
  private Rows() {}

  /** Inserts {@code row} and returns it as stored, without its NULLs. */
  static Map<String, String> insert(Database database, TableShape table, Map<String, String> row) {
    String sql = insertion(table, List.copyOf(row.keySet())) + " returning *";
    try (PreparedStatement statement = database.connection().prepareStatement(sql)) {
      int place = 1;
      for (String value : row.values()) {
        statement.setString(place++, value);
      }
      return single(statement);
    } catch (SQLException e) {
      throw new PlainSqlException(e);
    }
  }

  /** Inserts of {@code row} what an INSERT may name. */
  static void put(Database database, TableShape table, Map<String, String> row) {
    List<String> columns = new ArrayList<>(row.keySet());
    columns.removeIf(column -> table.column(column).isEmpty());
    database.execute(
        insertion(table, columns), columns.stream().map(row::get).toArray(String[]::new));
  }

  /** The INSERT of {@code columns}, with a place for each value in text form. */
  static String insertion(TableShape table, List<String> columns) {
    if (columns.isEmpty()) {
      return "insert into %s default values".formatted(table.name());
    }
    return "insert into %s (%s) values (%s)"
        .formatted(
            table.name(),
            columns.stream().map(Rows::quoted).collect(Collectors.joining(", ")),
            columns.stream()
                .map(name -> "?::" + table.column(name).orElseThrow().type())
                .collect(Collectors.joining(", ")));
  }

  private static Map<String, String> single(PreparedStatement statement) throws SQLException {
    try (ResultSet result = statement.executeQuery()) {
      result.next();
      return read(result);
    }
  }

  /** The row that a cursor stands on, without its NULLs. */
  static Map<String, String> read(ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      if (row.getString(i) != null) {
        values.put(columns.getColumnName(i), row.getString(i));
      }
    }
    return values;
  }

  /** The condition that a row meets which has these values of {@code row}. */
  static String hasValuesOf(List<String> columns, Map<String, String> row) {
    return columns.stream()
        .map(column -> "%s = %s".formatted(quoted(column), literal(row.get(column))))
        .collect(Collectors.joining(" and "));
  }

  static String quoted(String column) {
    return "\"" + column.replace("\"", "\"\"") + "\"";
  }

  static String literal(@Nullable String value) {
    return value == null ? "null" : "'" + value.replace("'", "''") + "'";
  }
}
