package dev.croft.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.croft.exception.ConnectionUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Connections in a pool of Croft's own. */
record PooledConnections(String user, HikariDataSource pool, Runnable closeSource)
    implements Connections {

  /**
   * Opens a pool.
   *
   * @param closeSource runs once the pool is closed
   */
  static PooledConnections open(
      Access access, String user, DataSource driver, PoolSettings settings, Runnable closeSource) {
    try {
      HikariDataSource pool = new HikariDataSource(config(name(access, user), driver, settings));
      return new PooledConnections(user, pool, closeSource);
    } catch (PoolInitializationException e) {
      SQLException cause = e.getCause() instanceof SQLException sql ? sql : new SQLException();
      throw new ConnectionUnavailableException(user, settings.maximumSize(), List.of(), cause);
    }
  }

  /** Runtime and reader may be one login, and their metrics are told apart by the name. */
  private static String name(Access access, String user) {
    return access == Access.READER ? "croft-" + user + "-reader" : "croft-" + user;
  }

  static HikariConfig config(String name, DataSource driver, PoolSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setMaximumPoolSize(settings.maximumSize());
    config.setMinimumIdle(settings.minimumIdle());
    config.setConnectionTimeout(settings.connectionTimeout().toMillis());
    config.setValidationTimeout(Math.min(5_000, settings.connectionTimeout().toMillis()));
    config.setIdleTimeout(settings.idleTimeout().toMillis());
    config.setKeepaliveTime(settings.keepalive().toMillis());
    config.setMaxLifetime(settings.maximumLifetime().toMillis());
    config.setLeakDetectionThreshold(settings.leakDetection().toMillis());
    config.setInitializationFailTimeout(1);
    config.setAutoCommit(true);
    config.setDataSource(driver);
    config.setExceptionOverride(new EvictionRule());
    return config;
  }

  @Override
  public int maximumSize() {
    return pool.getMaximumPoolSize();
  }

  @Override
  public PoolState state(Access access, int active) {
    HikariPoolMXBean counts = pool.getHikariPoolMXBean();
    return new PoolState(
        access,
        user,
        maximumSize(),
        active,
        counts.getIdleConnections(),
        counts.getThreadsAwaitingConnection());
  }

  @Override
  public void track(MetricsTrackerFactory factory) {
    pool.setMetricsTrackerFactory(factory);
  }

  @Override
  public Connection take() throws SQLException {
    return pool.getConnection();
  }

  @Override
  public void evict(Connection connection) {
    pool.evictConnection(connection);
  }

  @Override
  public void close() {
    pool.close();
    closeSource.run();
  }
}
