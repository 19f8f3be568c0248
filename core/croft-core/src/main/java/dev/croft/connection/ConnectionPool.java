package dev.croft.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.croft.exception.ConnectionUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** The connections of one login role. Never handed out of Croft. */
public final class ConnectionPool implements AutoCloseable {
  private final String user;
  private final HikariDataSource dataSource;

  private ConnectionPool(String user, HikariDataSource dataSource) {
    this.user = user;
    this.dataSource = dataSource;
  }

  /**
   * Opens a pool.
   *
   * @param maximumSize the most connections that are open at a time
   * @throws ConnectionUnavailableException when the server does not let this role in
   */
  public static ConnectionPool open(
      DatabaseAddress address, Credentials credentials, int maximumSize) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("croft-" + credentials.user());
    config.setMaximumPoolSize(maximumSize);
    config.setMinimumIdle(Math.min(2, maximumSize));
    config.setConnectionTimeout(10_000);
    config.setInitializationFailTimeout(1);
    config.setAutoCommit(true);
    config.setDataSource(dataSource(address, credentials));
    try {
      return new ConnectionPool(credentials.user(), new HikariDataSource(config));
    } catch (PoolInitializationException e) {
      SQLException cause = e.getCause() instanceof SQLException sql ? sql : new SQLException();
      throw new ConnectionUnavailableException(credentials.user(), maximumSize, cause);
    }
  }

  private static PGSimpleDataSource dataSource(DatabaseAddress address, Credentials credentials) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setServerNames(new String[] {address.host()});
    dataSource.setPortNumbers(new int[] {address.port()});
    dataSource.setDatabaseName(address.database());
    dataSource.setUser(credentials.user());
    dataSource.setPassword(credentials.password());
    dataSource.setApplicationName("croft");
    dataSource.setLogServerErrorDetail(false);
    dataSource.setTcpKeepAlive(true);
    return dataSource;
  }

  /** The login role whose connections these are. */
  public String user() {
    return user;
  }

  /** The most connections that are open at a time. */
  public int maximumSize() {
    return dataSource.getMaximumPoolSize();
  }

  /**
   * Takes a connection in auto-commit mode.
   *
   * @throws ConnectionUnavailableException when none comes free within 10 seconds
   */
  public Connection take() {
    try {
      return dataSource.getConnection();
    } catch (SQLException e) {
      throw new ConnectionUnavailableException(user, dataSource.getMaximumPoolSize(), e);
    }
  }

  /** Gives a connection back; it must be in auto-commit mode. */
  public void giveBack(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      evict(connection);
    }
  }

  /** Closes the physical connection for good. */
  public void evict(Connection connection) {
    dataSource.evictConnection(connection);
  }

  @Override
  public void close() {
    dataSource.close();
  }
}
