package dev.croft.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.postgresql.core.BaseConnection;

/** The physical connections that nobody has taken since they were proven clean. */
final class ProvenConnections {
  private final Set<BaseConnection> proven =
      Collections.newSetFromMap(Collections.synchronizedMap(new WeakHashMap<>()));

  void add(Connection connection) throws SQLException {
    proven.add(connection.unwrap(BaseConnection.class));
  }

  /** Whether it was one of them. */
  boolean remove(Connection connection) throws SQLException {
    return proven.remove(connection.unwrap(BaseConnection.class));
  }
}
