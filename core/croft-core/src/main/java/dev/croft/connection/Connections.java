package dev.croft.connection;

import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import java.sql.Connection;
import java.sql.SQLException;

/** The connections of one login, whoever keeps them. */
interface Connections extends AutoCloseable {
  /** The login role. */
  String user();

  /** The most connections that are open at a time; none where the application's pool decides. */
  int maximumSize();

  /**
   * How busy they are.
   *
   * @param active how many of them Croft's work is running on
   */
  PoolState state(Access access, int active);

  /** Has the pool publish its metrics, where it is one of Croft's own. */
  void track(MetricsTrackerFactory factory);

  Connection take() throws SQLException;

  /** Closes the physical connection for good. */
  void evict(Connection connection);

  @Override
  void close();
}
