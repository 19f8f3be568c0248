package dev.croft.session;

import dev.croft.exception.PoisonedConnectionException;
import dev.croft.isolation.TenantId;
import dev.croft.sealing.TenantSetting;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How a connection enters a tenant: the setting that row-level security reads, for one transaction,
 * and only on a connection that proves clean.
 */
record TenantEntry(TenantId tenant, String role, TenantSetting setting) {
  /** Bind variables that the entering statement puts before those of the caller. */
  static final int PARAMETERS = 2;

  static final String SQL =
      """
      select pg_catalog.set_config('app.tenant_id', ?, true) \
      where coalesce(pg_catalog.current_setting('app.tenant_id', true), '') = '' \
      and current_user = ? and pg_catalog.current_setting('row_security') = 'on'; \
      """;

  private static final String CLEAN =
      """
      select coalesce(pg_catalog.current_setting('app.tenant_id', true), '') = '' \
      and current_user = ? and pg_catalog.current_setting('row_security') = 'on'\
      """;

  void bind(PreparedStatement statement) throws SQLException {
    statement.setString(1, setting.of(tenant, statement.getConnection()));
    statement.setString(2, role);
  }

  /** Reads the entering statement's result, the first of {@code statement}. */
  static void check(PreparedStatement statement) throws SQLException {
    try (ResultSet entered = statement.getResultSet()) {
      if (entered == null || !entered.next()) {
        throw poisoned();
      }
    }
  }

  /** Enters by a statement of its own. */
  void enter(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      bind(statement);
      statement.execute();
      check(statement);
    }
  }

  /** Whether a connection outside a transaction carries nothing of an earlier use. */
  boolean isClean(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CLEAN)) {
      statement.setString(1, role);
      try (ResultSet clean = statement.executeQuery()) {
        return clean.next() && clean.getBoolean(1);
      }
    }
  }

  static PoisonedConnectionException poisoned() {
    return new PoisonedConnectionException(
        "it held a tenant already, or another role, or row_security was off");
  }
}
