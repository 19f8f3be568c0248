package dev.croft.session;

import dev.croft.exception.UncleanStatementException;
import dev.croft.isolation.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;

/**
 * What follows a statement of unchecked SQL, in the same round trip and the same transaction: it
 * fails, and so undoes the statement, where the connection is no longer what it was before.
 */
record CleanExit(TenantId tenant, String role, boolean inTransaction, boolean pooled) {
  private static final String MARK = "croft: left behind: ";

  /**
   * A conversion that fails names what was left behind; it is not a constant, so that the planner
   * does not try it. A setting that holds the id of a tenant, signed or not, is of no other tenant.
   * Session-level advisory locks look like those of the transaction, until all of the session are
   * given up. Settings that the driver or a {@link Transaction} makes are not counted, nor whether
   * the transaction is read-only, which ends with it. A pooler makes five for each of its clients.
   */
  private static final String CHECK =
      """
      select (case \
      when pg_catalog.strpos(\
      coalesce(pg_catalog.current_setting('app.tenant_id', true), ''), ?) = 0 \
      then '%1$sanother tenant' \
      when current_user <> ? or session_user <> current_user then '%1$sanother role' \
      when exists (select from pg_catalog.pg_settings where source = 'session' \
      and name not in ('application_name', 'transaction_read_only') and not (? and name in \
      ('statement_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout', \
      'default_transaction_isolation', 'transaction_isolation')) \
      and not (? and name in ('client_encoding', 'DateStyle', 'IntervalStyle', 'TimeZone', \
      'standard_conforming_strings'))) \
      then '%1$sa changed setting' \
      when pg_catalog.pg_my_temp_schema() <> 0 then '%1$sa temporary table' \
      when locks.held > 0 and pg_catalog.pg_advisory_unlock_all() is null then '' \
      when locks.held > (%2$s) then '%1$san advisory lock of the session' \
      else 'true' end)::text::boolean \
      from (%2$s) as locks (held)\
      """
          .formatted(
              MARK,
              "select count(*) from pg_catalog.pg_locks "
                  + "where locktype = 'advisory' and pid = pg_catalog.pg_backend_pid()");

  /** The line break ends a comment that the caller's text may end with. */
  static String following(String sql) {
    return sql + "\n; " + CHECK;
  }

  void bind(PreparedStatement statement, int callersParameters) throws SQLException {
    statement.setString(callersParameters + 1, tenant.toString());
    statement.setString(callersParameters + 2, role);
    statement.setBoolean(callersParameters + 3, inTransaction);
    statement.setBoolean(callersParameters + 4, pooled);
  }

  /** Checks by a statement of its own, in the transaction that {@code connection} is in. */
  void check(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CHECK)) {
      bind(statement, 0);
      statement.execute();
    }
  }

  /** What {@code exception} says was left behind, if it is this check's. */
  static Optional<UncleanStatementException> leftBehind(SQLException exception) {
    if (!(exception instanceof PSQLException e) || e.getServerErrorMessage() == null) {
      return Optional.empty();
    }
    String message = String.valueOf(e.getServerErrorMessage().getMessage());
    int mark = message.indexOf(MARK);
    return mark < 0
        ? Optional.empty()
        : Optional.of(
            new UncleanStatementException(
                message.substring(mark + MARK.length()).replaceAll("\\W+$", "")));
  }
}
