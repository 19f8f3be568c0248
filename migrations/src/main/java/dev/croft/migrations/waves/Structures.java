package dev.croft.migrations.waves;

import static java.util.Objects.requireNonNull;

import dev.croft.migrations.DatabaseUnavailableException;
import dev.croft.postgres.Login;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Reads what schemas hold besides rows, with one query for all. */
final class Structures {
  private static final String QUERY = query();

  private Structures() {}

  /** The facts of each schema that is there, without its name. */
  static Map<String, NavigableSet<String>> of(
      String jdbcUrl, Login login, Collection<String> schemas) {
    try (Connection connection =
            DriverManager.getConnection(jdbcUrl, login.user(), login.password());
        PreparedStatement statement = connection.prepareStatement(QUERY)) {
      connection.setAutoCommit(false);
      connection.createStatement().execute("set local search_path = ''");
      statement.setArray(1, connection.createArrayOf("text", schemas.toArray()));
      return read(statement);
    } catch (SQLException e) {
      throw DatabaseUnavailableException.of(e);
    }
  }

  private static Map<String, NavigableSet<String>> read(PreparedStatement statement)
      throws SQLException {
    Map<String, NavigableSet<String>> structures = new HashMap<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        structures
            .computeIfAbsent(row.getString(1), schema -> new TreeSet<>())
            .add(row.getString(2));
      }
    }
    return structures;
  }

  private static String query() {
    try (InputStream stream = Structures.class.getResourceAsStream("structure.sql")) {
      return new String(requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
