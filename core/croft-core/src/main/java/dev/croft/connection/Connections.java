package dev.croft.connection;

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

  Connection take() throws SQLException;

  /** Closes the physical connection for good. */
  void evict(Connection connection);

  @Override
  void close();
}
