package dev.croft.migrations;

import static java.util.Objects.requireNonNull;

import dev.croft.migrations.lock.AdvisoryLock;
import dev.croft.postgres.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
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

  /** One schema of a database, which holds the record of what was applied to it. */
  record Schema(Target database, String name) implements Target {
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    public Schema {
      if (!NAME.matcher(name).matches()) {
        throw new SchemaNotMigratedException(
            name,
            "its name is not of small letters, digits and underscores alone",
            "Rename it: the name is put into the changelog as it is.");
      }
    }

    @Override
    public Connection open() throws SQLException {
      return database.open();
    }

    @Override
    public String recordSchema() {
      return name;
    }

    @Override
    public Map<String, String> parameters() {
      return Map.of("schema", name);
    }

    @Override
    public AdvisoryLock lock(Connection connection) {
      return AdvisoryLock.ofSchema(connection, name);
    }

    /** Its schema is made by whoever makes the tenant: a misspelt name makes none. */
    @Override
    public void prepareRecord(Connection connection) throws SQLException {
      try (PreparedStatement statement =
          connection.prepareStatement("select to_regnamespace(?) is not null")) {
        statement.setString(1, name);
        try (ResultSet row = statement.executeQuery()) {
          if (!row.next() || !row.getBoolean(1)) {
            throw new SchemaNotMigratedException(
                name, "there is no such schema", "Create it, owned by this login.");
          }
        }
      }
    }
  }

  /** The schema of the record of what was applied. */
  default String recordSchema() {
    return History.SCHEMA;
  }

  /** What the changelog may refer to as {@code ${name}}. */
  default Map<String, String> parameters() {
    return Map.of();
  }

  /** The lock that keeps two from migrating it at once. */
  default AdvisoryLock lock(Connection connection) {
    return new AdvisoryLock(connection);
  }

  /** Sees that the schema of the record is there. */
  default void prepareRecord(Connection connection) throws SQLException {
    History.createSchema(connection);
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
