package dev.croft.migrations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.croft.postgres.PostgresDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What a database holds besides its rows, as text that can be compared. */
final class Catalogue {
  private static final String QUERY = query();

  private Catalogue() {}

  /** One line for each fact, in a fixed order. */
  static List<String> of(PostgresDatabase database) {
    try (Connection connection = seeing(database)) {
      return of(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A connection to look through again and again, which is much cheaper than a new one each time.
   */
  static Connection seeing(PostgresDatabase database) throws SQLException {
    // A superuser: the owner does not see through the row security of its own tables.
    Connection connection = database.connect(database.superuser());
    try (Statement statement = connection.createStatement()) {
      statement.execute("set search_path = ''");
    }
    return connection;
  }

  static List<String> of(Connection connection) {
    List<String> facts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(QUERY)) {
      while (rows.next()) {
        facts.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return facts.stream().sorted().toList();
  }

  private static String query() {
    try (InputStream stream = Catalogue.class.getResourceAsStream("catalogue.sql")) {
      return new String(requireNonNull(stream).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
