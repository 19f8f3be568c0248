package dev.croft.lint;

import dev.croft.lint.catalogue.CatalogueRules;
import dev.croft.lint.report.Finding;
import dev.croft.postgres.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Reads a database, and changes nothing. */
final class LiveDatabase {
  private LiveDatabase() {}

  static List<Finding> findings(String jdbcUrl, Login login, Set<String> known) {
    try (Connection connection = connect(jdbcUrl, login)) {
      return CatalogueRules.all().findings(connection, known);
    } catch (SQLException e) {
      throw new CatalogueUnreadableException(e);
    }
  }

  private static Connection connect(String jdbcUrl, Login login) throws SQLException {
    return DriverManager.getConnection(jdbcUrl, login.user(), login.password());
  }
}
