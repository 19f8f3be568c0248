package dev.croft.documentation;

import dev.croft.migrations.Migrator;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A database with the base changelog applied, as its superuser sees it: past every fence. */
final class BaseDatabase implements AutoCloseable {
  private static final String CHANGELOG = "croft/changelog.xml";

  private final Connection connection;
  private final Runnable afterwards;

  private BaseDatabase(PostgresDatabase database, Runnable afterwards) {
    this.connection = database.connect(database.superuser());
    this.afterwards = afterwards;
  }

  static BaseDatabase fresh() {
    PostgresServer server = PostgresServer.shared();
    PostgresDatabase database =
        server.cloneOf(
            server.template(CHANGELOG, target -> Migrator.of(target, CHANGELOG).apply()));
    return new BaseDatabase(database, database::close);
  }

  /** That of somebody else, who closes it. */
  static BaseDatabase over(PostgresDatabase database) {
    return new BaseDatabase(database, () -> {});
  }

  /** One that was changed since. */
  static BaseDatabase after(String... changes) {
    BaseDatabase database = fresh();
    for (String change : changes) {
      database.run(change);
    }
    return database;
  }

  Connection connection() {
    return connection;
  }

  void run(String statement, String... parameters) {
    try (PreparedStatement jdbc = prepared(statement, parameters)) {
      jdbc.execute();
    } catch (SQLException e) {
      throw new AssertionError(statement, e);
    }
  }

  List<List<Optional<String>>> rows(String query, String... parameters) {
    try (PreparedStatement jdbc = prepared(query, parameters);
        ResultSet result = jdbc.executeQuery()) {
      int width = result.getMetaData().getColumnCount();
      List<List<Optional<String>>> rows = new ArrayList<>();
      while (result.next()) {
        List<Optional<String>> row = new ArrayList<>();
        for (int column = 1; column <= width; column++) {
          row.add(Optional.ofNullable(result.getString(column)));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(query, e);
    }
  }

  /** Rows in which nothing is null. */
  List<List<String>> texts(String query, String... parameters) {
    return rows(query, parameters).stream()
        .map(row -> row.stream().map(Optional::orElseThrow).toList())
        .toList();
  }

  private PreparedStatement prepared(String statement, String... parameters) throws SQLException {
    PreparedStatement jdbc = connection.prepareStatement(statement);
    for (int parameter = 0; parameter < parameters.length; parameter++) {
      jdbc.setString(parameter + 1, parameters[parameter]);
    }
    return jdbc;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    afterwards.run();
  }
}
