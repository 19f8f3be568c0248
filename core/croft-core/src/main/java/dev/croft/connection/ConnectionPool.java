package dev.croft.connection;

import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import dev.croft.exception.ConnectionUnavailableException;
import dev.croft.exception.PoisonedConnectionException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** The connections of one login role. Never handed out of Croft. */
public final class ConnectionPool implements AutoCloseable {
  private final Access access;
  private final Connections connections;
  private final ConnectionsInUse inUse;
  private final boolean namesHolders;
  private final Duration connectionTimeout;
  private final boolean sharesServerConnections;
  private final ProvenConnections proven = new ProvenConnections();

  private ConnectionPool(Access access, Connections connections, ConnectionSettings all) {
    PoolSettings settings = all.pool();
    this.access = access;
    this.connections = connections;
    this.inUse = new ConnectionsInUse(connections.user(), settings.closeTimeout());
    this.namesHolders = settings.leakDetection().isPositive();
    this.connectionTimeout = settings.connectionTimeout();
    this.sharesServerConnections = all.server().pooler() == Pooler.TRANSACTION;
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
          case ConnectionSource.Server server -> pooled(access, server, settings);
          case ConnectionSource.Secret secret -> SecretConnections.open(access, secret, settings);
          case ConnectionSource.Given given -> GivenConnections.open(given.dataSource());
        },
        settings);
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

  private static Connections pooled(
      Access access, ConnectionSource.Server server, ConnectionSettings settings) {
    return PooledConnections.open(
        access,
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
      case READER ->
          new ConfigurationException(
              "there is no replica, so there are no reader sessions",
              "Configure its address, by withReader(…) or DATABASE_READER_HOST.");
      case SYSTEM ->
          new ConfigurationException(
              "there are no system credentials, so there are no system sessions",
              "Configure a login that is a member of croft_admin.");
      case MIGRATION ->
          new ConfigurationException(
              "there are no credentials for migrations", "Configure the owner of the tables.");
    };
  }

  /** What its login is used for. */
  public Access access() {
    return access;
  }

  /** The login role whose connections these are. */
  public String user() {
    return connections.user();
  }

  /**
   * Publishes HikariCP's own metrics; none are those of a pool of the application.
   *
   * @throws IllegalStateException when they are published already
   */
  public void track(MetricsTrackerFactory factory) {
    connections.track(factory);
  }

  /** How long {@link #take} waits. */
  public Duration connectionTimeout() {
    return connectionTimeout;
  }

  /** Whether a pooler chooses the server's connection, one that others use too, each time anew. */
  public boolean sharesServerConnections() {
    return sharesServerConnections;
  }

  /** How busy it is now. */
  public PoolState state() {
    return connections.state(access, inUse.holders().size());
  }

  /** The most connections that are open at a time. */
  public int maximumSize() {
    return connections.maximumSize();
  }

  /**
   * Takes a connection in auto-commit mode.
   *
   * @throws ConnectionUnavailableException when none comes free in time
   * @throws PoisonedConnectionException when an earlier use left it inside a transaction
   * @throws dev.croft.exception.SessionException when the pool is closed
   */
  public Connection take() {
    return lease().connection();
  }

  /** As {@link #take}, and tells what is known of the connection. */
  public Lease lease() {
    Connection connection = takeAny();
    try {
      if (!IdleConnection.is(connection)) {
        evict(connection);
        throw new PoisonedConnectionException("it was inside a transaction");
      }
      return new Lease(connection, proven.remove(connection));
    } catch (SQLException e) {
      evict(connection);
      throw unavailable(e);
    }
  }

  private Connection takeAny() {
    inUse.checkOpen();
    try {
      return inUse.taken(connections.take());
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  private ConnectionUnavailableException unavailable(SQLException e) {
    List<String> holders = namesHolders ? inUse.holders() : List.of();
    return new ConnectionUnavailableException(
        connections.user(), connections.maximumSize(), holders, e);
  }

  /**
   * Gives a connection back; it must be in auto-commit mode, and is closed inside a transaction.
   */
  public void giveBack(Connection connection) {
    inUse.returned(connection);
    try {
      if (IdleConnection.is(connection)) {
        connection.close();
      } else {
        evict(connection);
      }
    } catch (SQLException e) {
      evict(connection);
    }
  }

  /** As {@link #giveBack}, of one that carries nothing of its use. */
  public void giveBackProven(Connection connection) {
    try {
      proven.add(connection);
      giveBack(connection);
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
