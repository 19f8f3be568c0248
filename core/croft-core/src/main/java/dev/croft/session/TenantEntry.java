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
 *
 * @param readOnly whether the server is to refuse what the transaction writes
 * @param pooled whether a pooler shares the server's connection among its clients
 */
record TenantEntry(
    TenantId tenant, String role, TenantSetting setting, boolean readOnly, boolean pooled) {
  /** Bind variables that the entering statement puts before those of the caller. */
  static final int PARAMETERS = 3;

  static final String SQL = sql("");

  /** Once this has run, nothing in the transaction can make it writable again. */
  private static final String READ_ONLY =
      sql(", pg_catalog.set_config('transaction_read_only', 'on', true)");

  TenantEntry(TenantId tenant, String role, TenantSetting setting) {
    this(tenant, role, setting, false, false);
  }

  private static String sql(String more) {
    return "select pg_catalog.set_config('app.tenant_id', ?, true)%s where %s; "
        .formatted(more, CleanProof.CONDITION);
  }

  /** The entering statement, for the caller's to follow. */
  String sql() {
    return readOnly ? READ_ONLY : SQL;
  }

  /**
   * Binds the parameters of the entering statement.
   *
   * @param again whether the connection has entered this tenant in this transaction already
   */
  void bind(PreparedStatement statement, boolean again) throws SQLException {
    statement.setString(1, setting.of(tenant, statement.getConnection()));
    statement.setBoolean(2, again);
    statement.setString(3, role);
  }

  /** Passes over the entering statement's result, the first of {@code statement}. */
  static void skip(PreparedStatement statement) throws SQLException {
    try (ResultSet entered = statement.getResultSet()) {
      if (entered == null || !entered.next()) {
        throw new PoisonedConnectionException("its entry into the tenant had no result");
      }
    }
  }

  /**
   * Enters by a statement of its own.
   *
   * @throws dev.croft.exception.PoisonedConnectionException when the connection is not clean
   */
  void enter(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql())) {
      bind(statement, false);
      statement.execute();
      skip(statement);
    } catch (SQLException e) {
      CleanProof.throwIfFailure(e);
      throw e;
    }
  }
}
