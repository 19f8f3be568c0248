package dev.croft.migrations;

import static java.util.Objects.requireNonNull;

import dev.croft.postgres.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.regex.Pattern;

/** The database to be migrated, and who migrates it. */
record Target(String jdbcUrl, Login login) {
  private static final Pattern CREDENTIALS =
      Pattern.compile("[?&]password=|//[^/?]*@", Pattern.CASE_INSENSITIVE);

  Target {
    requireNonNull(jdbcUrl, "jdbcUrl");
    requireNonNull(login, "login");
    if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
      throw new InvalidDatabaseUrlException("it does not begin with jdbc:postgresql:");
    }
    if (CREDENTIALS.matcher(jdbcUrl).find()) {
      throw new InvalidDatabaseUrlException("it holds credentials, which a driver may log");
    }
  }

  /** Without the parameters of the URL. */
  @Override
  public String toString() {
    return "Target[url=%s, login=%s]".formatted(jdbcUrl.split("\\?", 2)[0], login);
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
      throw new DatabaseUnavailableException(
          "The database cannot be reached", ServerComplaint.in(e));
    }
  }
}
