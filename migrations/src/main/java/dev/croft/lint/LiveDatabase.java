package dev.croft.lint;

import dev.croft.lint.catalogue.CatalogueRules;
import dev.croft.lint.report.Finding;
import dev.croft.postgres.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/** Reads a database, and changes nothing. */
final class LiveDatabase {
  private static final String ENVIRONMENT = "select to_regclass('croft.environment') is not null";
  private static final String PRODUCTION =
      "select exists (select from croft.environment e where e.is_production)";

  private LiveDatabase() {}

  static List<Finding> findings(String jdbcUrl, Login login, Set<String> known) {
    try (Connection connection = connect(jdbcUrl, login)) {
      return CatalogueRules.all().findings(connection, known);
    } catch (SQLException e) {
      throw new CatalogueUnreadableException(e);
    }
  }

  static boolean isProduction(String jdbcUrl, Login login) {
    try (Connection connection = connect(jdbcUrl, login);
        Statement statement = connection.createStatement()) {
      return isTrue(statement, ENVIRONMENT) && isTrue(statement, PRODUCTION);
    } catch (SQLException e) {
      throw new CatalogueUnreadableException(e);
    }
  }

  private static Connection connect(String jdbcUrl, Login login) throws SQLException {
    return DriverManager.getConnection(jdbcUrl, login.user(), login.password());
  }

  private static boolean isTrue(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      return row.next() && row.getBoolean(1);
    }
  }
}
