package dev.croft.session;

import dev.croft.connection.ConnectionPool;
import java.sql.Connection;

/** The clean connections of one pool, and the results that are open on some of them. */
record ConnectionsOfPool(CleanConnections clean, OpenResults results) {

  static ConnectionsOfPool of(ConnectionPool pool) {
    return new ConnectionsOfPool(new CleanConnections(pool), new OpenResults(pool));
  }

  /** Takes one, if need be from an abandoned result. */
  Taken take() {
    return new Taken(this, results.makingRoom(clean::take));
  }

  Transaction begin(TransactionOptions options) {
    return results.makingRoom(() -> Transaction.begin(clean, options));
  }

  /** A connection, and the pool that it goes back to. */
  record Taken(ConnectionsOfPool pool, Connection connection) {

    Transaction begin(TransactionOptions options) {
      return Transaction.begin(pool.clean(), connection, options);
    }
  }
}
