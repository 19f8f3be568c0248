package dev.croft.session;

import dev.croft.connection.ConnectionPool;
import dev.croft.exception.ExceptionTranslator;
import dev.croft.isolation.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;

/** Where reader sessions read: on the replica, or on the primary while the replica is behind. */
final class Replica {
  /** Transactions may commit before their records are flushed, so these count as well. */
  private static final String END_OF_LOG =
      "select pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_insert_lsn(), '0/0')::bigint";

  private final ConnectionsOfPool primary;
  private final ConnectionsOfPool replica;
  private final LastWrites writes = new LastWrites();
  private final ReplayedLog replayed;

  Replica(ConnectionsOfPool primary, ConnectionPool pool) {
    this.primary = primary;
    this.replica = ConnectionsOfPool.of(pool);
    this.replayed = new ReplayedLog(!pool.sharesServerConnections());
  }

  ConnectionPool pool() {
    return replica.clean().pool();
  }

  ConnectionsOfPool connections() {
    return replica;
  }

  LastWrites writes() {
    return writes;
  }

  /** Takes a connection on which all that this Croft wrote to {@code tenant} can be read. */
  ConnectionsOfPool.Taken takeFresh(TenantId tenant) {
    OptionalLong needed = writes.positionAfter(tenant, this::endOfLog);
    ConnectionsOfPool.Taken taken = replica.take();
    if (needed.isEmpty() || hasReplayed(taken.connection(), needed.getAsLong())) {
      return taken;
    }
    replica.clean().giveBack(taken.connection());
    return primary.take();
  }

  /** The server behind this very connection is asked: there may be several of one name. */
  private boolean hasReplayed(Connection connection, long position) {
    try {
      return replayed.reaches(connection, position);
    } catch (SQLException e) {
      replica.clean().evict(connection);
      throw ExceptionTranslator.translate(e);
    }
  }

  private long endOfLog() {
    Connection connection = primary.take().connection();
    try (PreparedStatement statement = connection.prepareStatement(END_OF_LOG);
        ResultSet position = statement.executeQuery()) {
      position.next();
      long end = position.getLong(1);
      primary.clean().giveBack(connection);
      return end;
    } catch (SQLException e) {
      primary.clean().evict(connection);
      throw ExceptionTranslator.translate(e);
    }
  }
}
