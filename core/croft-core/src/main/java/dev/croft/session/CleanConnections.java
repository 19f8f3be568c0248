package dev.croft.session;

import dev.croft.connection.ConnectionPool;
import dev.croft.connection.Lease;
import dev.croft.exception.ExceptionTranslator;
import dev.croft.exception.PoisonedConnectionException;
import java.sql.Connection;
import java.sql.SQLException;

/** The connections of a pool, each proven clean after a use that is not known to leave it so. */
record CleanConnections(ConnectionPool pool) {

  /**
   * Takes a connection that carries nothing of an earlier use.
   *
   * @throws PoisonedConnectionException when it does, and was closed
   */
  Connection take() {
    Lease lease = pool.lease();
    try {
      if (!lease.proven()) {
        prove(lease.connection());
      }
      return lease.connection();
    } catch (SQLException e) {
      throw ExceptionTranslator.translate(e);
    }
  }

  /** Gives back a connection whose use left nothing on it. */
  void giveBack(Connection connection) {
    pool.giveBackProven(connection);
  }

  /**
   * Gives back a connection after a failure that something on it may have caused.
   *
   * @throws PoisonedConnectionException when there is something, and it was closed
   */
  void giveBackSuspect(Connection connection) {
    try {
      prove(connection);
      pool.giveBackProven(connection);
    } catch (SQLException e) {
      // It is closed, and the failure before this one is the error that matters.
    }
  }

  /** Closes the physical connection for good. */
  void evict(Connection connection) {
    pool.evict(connection);
  }

  private void prove(Connection connection) throws SQLException {
    try {
      CleanProof.check(connection, pool.user(), !pool.sharesServerConnections());
    } catch (SQLException | PoisonedConnectionException e) {
      pool.evict(connection);
      throw e;
    }
  }
}
