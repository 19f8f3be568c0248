package dev.croft.migrations;

import static java.util.stream.Collectors.joining;

import dev.croft.postgres.PostgresDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rows of all tables, each a map of its columns. */
record Contents(Map<String, List<Map<String, String>>> tables) {
  private static final String TABLES =
      """
      select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition
        and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'croft_migrations')
      """;
  private static final String ROWS =
      """
      select '%1$s', r.number, e.key, e.value
      from (select row_number() over (), to_jsonb(t) from %1$s t) r (number, fields),
        jsonb_each_text(r.fields) e
      """;

  static Contents of(PostgresDatabase database) {
    try (Connection connection = Catalogue.seeing(database)) {
      return of(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static Contents of(Connection connection) {
    Map<String, Map<Long, Map<String, String>>> rows = new TreeMap<>();
    try (Statement statement = connection.createStatement()) {
      List<String> tables = names(statement);
      tables.forEach(each -> rows.put(each, new TreeMap<>()));
      if (!tables.isEmpty()) {
        read(statement, tables.stream().map(ROWS::formatted).collect(joining(" union all ")), rows);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    Map<String, List<Map<String, String>>> contents = new TreeMap<>();
    rows.forEach((table, each) -> contents.put(table, List.copyOf(each.values())));
    return new Contents(contents);
  }

  private static List<String> names(Statement statement) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(TABLES)) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }

  private static void read(
      Statement statement, String query, Map<String, Map<Long, Map<String, String>>> rows)
      throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        rows.getOrDefault(row.getString(1), Map.of())
            .computeIfAbsent(row.getLong(2), number -> new HashMap<>())
            .put(row.getString(3), String.valueOf(row.getString(4)));
      }
    }
  }

  /**
   * The tables of these that lost or changed a row in those; columns that are not in both do not
   * count, nor tables that are gone.
   */
  List<String> lostIn(Contents later) {
    return tables.keySet().stream()
        .filter(later.tables::containsKey)
        .filter(table -> !holds(rows(later, table), rows(this, table)))
        .toList();
  }

  private static List<Map<String, String>> rows(Contents contents, String table) {
    return contents.tables.getOrDefault(table, List.of());
  }

  private static boolean holds(List<Map<String, String>> later, List<Map<String, String>> rows) {
    if (rows.isEmpty() || later.isEmpty()) {
      return rows.isEmpty();
    }
    Set<String> columns = new HashSet<>(rows.getFirst().keySet());
    columns.retainAll(later.getFirst().keySet());
    return parts(later, columns).containsAll(parts(rows, columns));
  }

  private static Set<Map<String, String>> parts(
      List<Map<String, String>> rows, Set<String> columns) {
    Set<Map<String, String>> parts = new HashSet<>();
    for (Map<String, String> row : rows) {
      Map<String, String> part = new HashMap<>(row);
      part.keySet().retainAll(columns);
      parts.add(part);
    }
    return parts;
  }
}
