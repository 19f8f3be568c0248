package dev.croft.migrations;

import static java.util.Objects.requireNonNull;

import dev.croft.postgres.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** The database to be migrated, and who migrates it. */
record Target(String jdbcUrl, Login login) {
  Target {
    requireNonNull(jdbcUrl, "jdbcUrl");
    requireNonNull(login, "login");
  }

  Connection connect() {
    Properties properties = new Properties();
    properties.setProperty("user", login.user());
    properties.setProperty("password", login.password());
    properties.setProperty("ApplicationName", "croft migrations");
    try {
      Connection connection = DriverManager.getConnection(jdbcUrl, properties);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set search_path = ''");
      }
      return connection;
    } catch (SQLException e) {
      throw new DatabaseUnavailableException("the database cannot be reached", e);
    }
  }
}
