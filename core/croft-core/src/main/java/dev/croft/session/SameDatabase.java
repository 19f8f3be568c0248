package dev.croft.session;

import dev.croft.connection.ConfigurationException;
import dev.croft.connection.ConnectionPool;
import dev.croft.exception.ExceptionTranslator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Finds out whether a reader reads the database that the runtime login writes. */
final class SameDatabase {
  private static final String ADVICE =
      "Configure the address of a physical replica, and the same database there.";

  /** A server passes the first on to its replicas; the second it keeps to itself. */
  private static final String IDENTITY =
      """
      select c.system_identifier::text || ' ' || d.oid::text, \
      pg_catalog.pg_postmaster_start_time()::text, pg_catalog.pg_is_in_recovery() \
      from pg_catalog.pg_control_system() c, pg_catalog.pg_database d \
      where d.datname operator(pg_catalog.=) pg_catalog.current_database()\
      """;

  private SameDatabase() {}

  /**
   * Compares what the servers say of themselves.
   *
   * @throws ConfigurationException when the pools lead to different databases, or the reader's to a
   *     server that was a replica and was promoted
   */
  static void check(ConnectionPool runtime, ConnectionPool reader) {
    Identity written = identity(runtime);
    Identity read = identity(reader);
    if (!written.database().equals(read.database())) {
      throw new ConfigurationException(
          "the reader is on another database, not on a replica of the runtime login's", ADVICE);
    }
    if (!read.replays() && !written.start().equals(read.start())) {
      throw new ConfigurationException(
          "the reader is on a server that replays no log, and is not the runtime login's", ADVICE);
    }
  }

  private record Identity(String database, String start, boolean replays) {}

  private static Identity identity(ConnectionPool pool) {
    Connection connection = pool.take();
    try (PreparedStatement statement = connection.prepareStatement(IDENTITY);
        ResultSet identity = statement.executeQuery()) {
      identity.next();
      return new Identity(identity.getString(1), identity.getString(2), identity.getBoolean(3));
    } catch (SQLException e) {
      throw ExceptionTranslator.translate(e);
    } finally {
      pool.giveBack(connection);
    }
  }
}
