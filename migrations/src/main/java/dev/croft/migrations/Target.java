package dev.croft.migrations;

import static java.util.Objects.requireNonNull;

import dev.croft.postgres.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** The database to be migrated, and who migrates it. */
sealed interface Target {
  /** A connection that nobody else uses, and that ends with the work. */
  Connection open() throws SQLException;

  /** The database at {@code jdbcUrl}, as {@code login}. */
  static Target of(String jdbcUrl, Login login) {
    return new Address(jdbcUrl, login);
  }

  /** Where, and as whom, {@code dataSource} connects. */
  static Target of(DataSource dataSource) {
    return new Source(requireNonNull(dataSource, "dataSource"));
  }

  /** A database by its URL. */
  record Address(String jdbcUrl, Login login) implements Target {
    private static final Pattern CREDENTIALS =
        Pattern.compile("[?&]password=|//[^/?]*@", Pattern.CASE_INSENSITIVE);

    public Address {
      requireNonNull(jdbcUrl, "jdbcUrl");
      requireNonNull(login, "login");
      if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
        throw new InvalidDatabaseUrlException("it does not begin with jdbc:postgresql:");
      }
      if (CREDENTIALS.matcher(jdbcUrl).find()) {
        throw new InvalidDatabaseUrlException("it holds credentials, which a driver may log");
      }
    }

    @Override
    public Connection open() throws SQLException {
      Properties properties = new Properties();
      properties.setProperty("user", login.user());
      properties.setProperty("password", login.password());
      properties.setProperty("ApplicationName", "croft migrations");
      return DriverManager.getConnection(jdbcUrl, properties);
    }

    /** Without the parameters of the URL. */
    @Override
    public String toString() {
      return "Target[url=%s, login=%s]".formatted(jdbcUrl.split("\\?", 2)[0], login);
    }
  }

  /** A database by a data source, whose own text may hold a password. */
  record Source(DataSource dataSource) implements Target {
    @Override
    public Connection open() throws SQLException {
      return dataSource.getConnection();
    }

    @Override
    public String toString() {
      return "Target[dataSource=%s]".formatted(dataSource.getClass().getName());
    }
  }

  /** A connection that takes no name without its schema. */
  default Connection connect() {
    try {
      Connection connection = open();
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
