package dev.croft.connection;

import dev.croft.exception.ConnectionUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.core.BaseConnection;

/** Connections that the application keeps. */
record GivenConnections(String user, DataSource dataSource) implements Connections {

  static GivenConnections open(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      if (!connection.isWrapperFor(BaseConnection.class)) {
        throw refused("its connections are not those of pgjdbc, nor unwrapped to them");
      }
      if (!connection.getAutoCommit()) {
        throw refused("its connections do not come in auto-commit mode");
      }
      return new GivenConnections(connection.getMetaData().getUserName(), dataSource);
    } catch (SQLException e) {
      throw new ConnectionUnavailableException("of the data source", 0, List.of(), e);
    }
  }

  private static ConfigurationException refused(String facts) {
    return new ConfigurationException(
        "the application's data source cannot be used, because " + facts,
        "Give one of pgjdbc's connections, in auto-commit mode.");
  }

  @Override
  public int maximumSize() {
    return 0;
  }

  @Override
  public PoolState state(Access access, int active) {
    return new PoolState(access, user, 0, active, 0, 0);
  }

  @Override
  public Connection take() throws SQLException {
    return dataSource.getConnection();
  }

  /** The pool in between finds its connection closed, and drops it. */
  @Override
  public void evict(Connection connection) {
    try {
      connection.unwrap(BaseConnection.class).close();
      connection.close();
    } catch (SQLException e) {
      // A connection that cannot be closed is one that cannot be used.
    }
  }

  /** The application closes what it opened. */
  @Override
  public void close() {}
}
