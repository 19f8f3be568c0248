package dev.croft.session;

import dev.croft.connection.ConnectionPool;
import dev.croft.fixture.Village;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A pool of one connection for two tenants, into which anything can be thrown between uses. */
final class Well implements AutoCloseable {
  private final Village village = Village.found();
  private final ConnectionPool pool;
  private final Sessions sessions;

  Well() {
    String login = village.runtime().user();
    village.asSuperuser("grant temporary on database %s to %s", village.database().name(), login);
    village.asSuperuser("grant set on parameter session_replication_role to %s", login);
    this.pool = ConnectionPool.open(village.address(), Village.credentials(village.runtime()), 1);
    this.sessions = Sessions.forTenants(pool, true);
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
    try (Connection connection = pool.take()) {
      for (String statement : sql.split("; ")) {
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
    Connection connection = pool.take();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    } finally {
      pool.giveBack(connection);
    }
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
