package dev.croft.connection;

import dev.croft.exception.ConnectionUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The connections of one login role. Never handed out of Croft. */
public final class ConnectionPool implements AutoCloseable {
  private final Access access;
  private final Connections connections;
  private final ConnectionsInUse inUse;
  private final boolean namesHolders;

  private ConnectionPool(Access access, Connections connections, PoolSettings settings) {
    this.access = access;
    this.connections = connections;
    this.inUse = new ConnectionsInUse(connections.user(), settings.closeTimeout());
    this.namesHolders = settings.leakDetection().isPositive();
  }

  /**
   * Opens a pool, or takes over the application's.
   *
   * @throws ConfigurationException when there is no source of connections for {@code access}
   * @throws ConnectionUnavailableException when the server does not let this login in
   */
  public static ConnectionPool open(ConnectionSettings settings, Access access) {
    ConnectionSource source = settings.source(access).orElseThrow(() -> missing(access));
    return new ConnectionPool(
        access,
        switch (source) {
          case ConnectionSource.Server server -> pooled(server, settings);
          case ConnectionSource.Secret secret -> SecretConnections.open(secret, settings);
          case ConnectionSource.Given given -> GivenConnections.open(given.dataSource());
        },
        settings.pool());
  }

  /**
   * Opens a pool on one server, with the defaults.
   *
   * @param maximumSize the most connections that are open at a time
   * @throws ConnectionUnavailableException when the server does not let this role in
   */
  public static ConnectionPool open(
      DatabaseAddress address, Credentials credentials, int maximumSize) {
    ConnectionSettings settings = ConnectionSettings.defaults();
    PoolSettings pool = settings.pool().maximumSize(maximumSize);
    return open(
        settings.with(pool).with(Access.RUNTIME, new ConnectionSource.Server(address, credentials)),
        Access.RUNTIME);
  }

  private static Connections pooled(ConnectionSource.Server server, ConnectionSettings settings) {
    return PooledConnections.open(
        server.credentials().user(),
        ServerDataSource.of(server, settings.server()),
        settings.pool(),
        () -> {});
  }

  /** Says that no connections are configured for {@code access}. */
  public static ConfigurationException missing(Access access) {
    return switch (access) {
      case RUNTIME ->
          new ConfigurationException(
              "there are no credentials for sessions of tenants",
              "Configure a login that is a member of croft_app.");
      case SYSTEM ->
          new ConfigurationException(
              "there are no system credentials, so there are no system sessions",
              "Configure a login that is a member of croft_admin.");
      case MIGRATION ->
          new ConfigurationException(
              "there are no credentials for migrations", "Configure the owner of the tables.");
    };
  }

  /** The login role whose connections these are. */
  public String user() {
    return connections.user();
  }

  /** How busy it is now. */
  public PoolState state() {
    return connections.state(access, inUse.holders().size());
  }

  /**
   * Takes a connection in auto-commit mode.
   *
   * @throws ConnectionUnavailableException when none comes free in time
   * @throws dev.croft.exception.SessionException when the pool is closed
   */
  public Connection take() {
    inUse.checkOpen();
    try {
      return inUse.taken(connections.take());
    } catch (SQLException e) {
      List<String> holders = namesHolders ? inUse.holders() : List.of();
      throw new ConnectionUnavailableException(
          connections.user(), connections.maximumSize(), holders, e);
    }
  }

  /** Gives a connection back; it must be in auto-commit mode. */
  public void giveBack(Connection connection) {
    inUse.returned(connection);
    try {
      connection.close();
    } catch (SQLException e) {
      evict(connection);
    }
  }

  /** Closes the physical connection for good. */
  public void evict(Connection connection) {
    inUse.returned(connection);
    connections.evict(connection);
  }

  /**
   * Waits for work that is running, for as long as the settings say, and then cancels it. No
   * connection stays open. Closing again does nothing.
   */
  @Override
  public void close() {
    inUse.close(connections::evict);
    connections.close();
  }
}
