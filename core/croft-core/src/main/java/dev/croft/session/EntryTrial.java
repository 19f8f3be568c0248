package dev.croft.session;

import dev.croft.connection.ConnectionPool;
import dev.croft.exception.ExceptionTranslator;
import dev.croft.exception.UnsafeDatabaseException;
import dev.croft.isolation.TenantId;
import dev.croft.sealing.TenantSetting;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Tries, before any session is made, that the entry into a tenant holds for one statement. */
final class EntryTrial {
  /** A tenant that cannot exist, by its version. */
  private static final TenantId NOBODY = new TenantId(new UUID(0, 0));

  /** No policy reads it here. */
  private static final TenantSetting UNSIGNED = TenantSetting.of(Optional.empty());

  private static final String SETTING =
      "select coalesce(pg_catalog.current_setting('app.tenant_id', true), '') <> ''";

  private EntryTrial() {}

  /**
   * Enters, reads the setting with the same statement, and reads it again with the next.
   *
   * @throws UnsafeDatabaseException when it was not there in the first, or still in the second
   */
  static void check(ConnectionPool pool) {
    Connection connection = pool.take();
    try {
      check(connection, pool.user());
    } catch (SQLException e) {
      throw ExceptionTranslator.translate(e);
    } finally {
      pool.giveBack(connection);
    }
  }

  static void check(Connection connection, String role) throws SQLException {
    if (!isEntered(connection, role) || isSet(connection)) {
      throw new UnsafeDatabaseException(
          "the driver sends the entry into a tenant apart from the statement that needs it",
          "Set its preferQueryMode to extended.");
    }
  }

  private static boolean isEntered(Connection connection, String role) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TenantEntry.SQL + SETTING)) {
      new TenantEntry(NOBODY, role, UNSIGNED).bind(statement, false);
      statement.execute();
      TenantEntry.skip(statement);
      statement.getMoreResults();
      try (ResultSet setting = statement.getResultSet()) {
        return setting.next() && setting.getBoolean(1);
      }
    } catch (SQLException e) {
      CleanProof.throwIfFailure(e);
      throw e;
    }
  }

  private static boolean isSet(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SETTING);
        ResultSet setting = statement.executeQuery()) {
      return setting.next() && setting.getBoolean(1);
    }
  }
}
