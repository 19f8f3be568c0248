package dev.croft.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.postgresql.core.BaseConnection;

/**
 * How far the servers behind connections have replayed the primary's log, as far as is known. They
 * never fall back, so each is asked only for what it was not yet known to have.
 */
final class ReplayedLog {
  /** Of a server that replays nothing, because it is no replica, the last position says nothing. */
  private static final String REPLAYED =
      """
      select pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_last_wal_replay_lsn(), '0/0')::bigint \
      where pg_catalog.pg_is_in_recovery()\
      """;

  private final boolean staysOnServer;
  private final Map<BaseConnection, Long> known = Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * Nothing is known yet.
   *
   * @param staysOnServer whether a connection leads to the same server each time; where it does
   *     not, an answer says nothing about the next statement
   */
  ReplayedLog(boolean staysOnServer) {
    this.staysOnServer = staysOnServer;
  }

  /** Whether what is sent on {@code connection} now sees all that lies before {@code position}. */
  boolean reaches(Connection connection, long position) throws SQLException {
    if (!staysOnServer) {
      return false;
    }
    BaseConnection physical = connection.unwrap(BaseConnection.class);
    if (known.getOrDefault(physical, -1L) < position) {
      known.put(physical, ask(connection));
    }
    return known.getOrDefault(physical, -1L) >= position;
  }

  private static long ask(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REPLAYED);
        ResultSet replayed = statement.executeQuery()) {
      return replayed.next() ? replayed.getLong(1) : -1;
    }
  }
}
