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
  private static final String IDENTITY =
      """
      select c.system_identifier::text || ' ' || d.oid::text \
      from pg_catalog.pg_control_system() c, pg_catalog.pg_database d \
      where d.datname operator(pg_catalog.=) pg_catalog.current_database()\
      """;

  private SameDatabase() {}

  /**
   * Compares what a server passes on to its replicas, and nobody else has.
   *
   * @throws ConfigurationException when the pools lead to different databases
   */
  static void check(ConnectionPool runtime, ConnectionPool reader) {
    if (!identity(runtime).equals(identity(reader))) {
      throw new ConfigurationException(
          "the reader is on another database, not on a replica of the runtime login's",
          "Configure the address of a physical replica, and the same database there.");
    }
  }

  private static String identity(ConnectionPool pool) {
    Connection connection = pool.take();
    try (PreparedStatement statement = connection.prepareStatement(IDENTITY);
        ResultSet identity = statement.executeQuery()) {
      identity.next();
      return identity.getString(1);
    } catch (SQLException e) {
      throw ExceptionTranslator.translate(e);
    } finally {
      pool.giveBack(connection);
    }
  }
}
