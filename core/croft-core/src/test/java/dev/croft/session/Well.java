package dev.croft.session;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.croft.connection.Access;
import dev.croft.connection.ConnectionPool;
import dev.croft.connection.ConnectionSettings;
import dev.croft.connection.ConnectionSource;
import dev.croft.connection.PoolSettings;
import dev.croft.fixture.Village;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A pool of one connection for two tenants, into which anything can be thrown between uses. */
final class Well implements AutoCloseable {
  private final Village village = Village.found();
  private final ConnectionPool pool;
  private final Door door;
  private final Sessions sessions;

  private Well(boolean given, Duration connectionTimeout) {
    String login = village.runtime().user();
    village.asSuperuser("grant temporary on database %s to %s", village.database().name(), login);
    village.asSuperuser("grant set on parameter session_replication_role to %s", login);
    if (given) {
      HikariDataSource application = application(village);
      this.pool = open(new ConnectionSource.Given(application), connectionTimeout);
      this.door = application::getConnection;
    } else {
      this.pool = open(server(village), connectionTimeout);
      this.door = pool::take;
    }
    this.sessions = village.sessions(pool, true);
  }

  /** How somebody beside Croft comes to a connection. */
  private interface Door {
    Connection open() throws SQLException;
  }

  /** Croft's own pool. */
  static Well own() {
    return new Well(false, PoolSettings.defaults().connectionTimeout());
  }

  /** Croft's own pool, which has less patience than others. */
  static Well impatient() {
    return new Well(false, Duration.ofSeconds(2));
  }

  /** A pool of the application's, of whose use beside Croft Croft knows nothing. */
  static Well given() {
    return new Well(true, PoolSettings.defaults().connectionTimeout());
  }

  private static ConnectionSource server(Village village) {
    return new ConnectionSource.Server(village.address(), Village.credentials(village.runtime()));
  }

  private static HikariDataSource application(Village village) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(
        "jdbc:postgresql://%s:%d/%s"
            .formatted(
                village.address().host(), village.address().port(), village.address().database()));
    config.setUsername(village.runtime().user());
    config.setPassword(village.runtime().password());
    config.setMaximumPoolSize(1);
    return new HikariDataSource(config);
  }

  private static ConnectionPool open(ConnectionSource source, Duration connectionTimeout) {
    ConnectionSettings defaults = ConnectionSettings.defaults();
    PoolSettings one = defaults.pool().maximumSize(1).connectionTimeout(connectionTimeout);
    return ConnectionPool.open(defaults.with(one).with(Access.RUNTIME, source), Access.RUNTIME);
  }

  Village village() {
    return village;
  }

  ConnectionPool pool() {
    return pool;
  }

  TenantSession acme() {
    return sessions.tenant(village.acmeId());
  }

  TenantSession globex() {
    return sessions.tenant(village.globexId());
  }

  /** Leaves what {@code poison} says, which may be that a statement of it failed. */
  void poison(Poison poison) throws SQLException {
    poison(poison.sql(village.globexId()));
  }

  void poison(String sql) throws SQLException {
    try (Connection connection = door.open()) {
      for (String statement : sql.split("; ", -1)) {
        run(connection, statement);
      }
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      if (!"22012".equals(e.getSQLState())) {
        throw e;
      }
    }
  }

  /** The back end that serves the one connection. */
  int backEnd() throws SQLException {
    return Integer.parseInt(read("select pg_backend_pid()"));
  }

  /** What the server says on the one connection, with Croft out of the way. */
  String read(String sql) throws SQLException {
    try (Connection connection = door.open();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** Takes away what tests wrote. */
  void clear() {
    village.asSuperuser("delete from auth.roles where name in ('cook', 'maid')");
  }

  /** A role that was granted a parameter cannot be dropped. */
  @Override
  public void close() {
    pool.close();
    village.asSuperuser(
        "revoke set on parameter session_replication_role from %s", village.runtime().user());
    village.close();
  }
}
