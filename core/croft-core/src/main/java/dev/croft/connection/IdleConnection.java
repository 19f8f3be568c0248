package dev.croft.connection;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** Tells whether a connection is outside a transaction, one begun by SQL included. */
final class IdleConnection {
  private IdleConnection() {}

  /** What the server said last: nothing is sent. */
  static boolean is(Connection connection) throws SQLException {
    BaseConnection driver = connection.unwrap(BaseConnection.class);
    return driver.getTransactionState() == TransactionState.IDLE;
  }
}
