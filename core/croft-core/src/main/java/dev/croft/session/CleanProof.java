package dev.croft.session;

import dev.croft.exception.PoisonedConnectionException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.util.PSQLException;

/**
 * Shows that a connection carries nothing of an earlier use. What could change in silence which
 * rows a statement reads or writes, every entry into a tenant proves; what else a pool leaves on a
 * connection is looked for where its last use is not known, and after a failure.
 */
final class CleanProof {
  private static final String MARK = "croft: not clean: ";

  /**
   * Binds the role. Operators are named in full, because {@code search_path} may be what is wrong.
   * A setting that is set to null goes back, for this transaction, to what a fresh connection has.
   */
  private static final String SILENT =
      """
      when coalesce(pg_catalog.current_setting('app.tenant_id', true), '') \
      operator(pg_catalog.<>) '' then '%1$sit held a tenant already' \
      when current_user operator(pg_catalog.<>) ? then '%1$sit held another role' \
      when pg_catalog.current_setting('row_security') operator(pg_catalog.<>) 'on' \
      then '%1$srow_security was off' \
      when pg_catalog.current_setting('standard_conforming_strings') operator(pg_catalog.<>) 'on' \
      then '%1$sstandard_conforming_strings was off' \
      when pg_catalog.current_setting('session_replication_role') \
      operator(pg_catalog.<>) 'origin' then '%1$ssession_replication_role was not origin' \
      when pg_catalog.current_setting('array_nulls') operator(pg_catalog.<>) 'on' \
      then '%1$sarray_nulls was off' \
      when pg_catalog.current_setting('transform_null_equals') operator(pg_catalog.<>) 'off' \
      then '%1$stransform_null_equals was on' \
      when pg_catalog.current_setting('search_path') operator(pg_catalog.<>) \
      pg_catalog.set_config('search_path', null, true) then '%1$ssearch_path was changed' \
      when pg_catalog.current_setting('synchronous_commit') operator(pg_catalog.<>) \
      pg_catalog.set_config('synchronous_commit', null, true) \
      then '%1$ssynchronous_commit was changed' \
      when pg_catalog.pg_my_temp_schema() operator(pg_catalog.<>) 0 \
      then '%1$sit had held a temporary table' \
      """;

  /**
   * Parameters that the driver and poolers set on their own are left out, and so is the isolation
   * level, which the pool sets back.
   */
  private static final String LOUD =
      """
      coalesce(\
      (select '%1$sit held a setting of its own, ' || min(name) from pg_catalog.pg_settings \
      where source = 'session' and setting is distinct from reset_val and name not in \
      ('application_name', 'client_encoding', 'DateStyle', 'IntervalStyle', 'TimeZone', \
      'extra_float_digits', 'default_transaction_isolation')), \
      (select '%1$sit held a cursor' from pg_catalog.pg_cursors where is_holdable limit 1), \
      (select '%1$sit held a statement prepared by SQL' from pg_catalog.pg_prepared_statements \
      where from_sql limit 1), \
      (select '%1$sit held an advisory lock' from pg_catalog.pg_locks \
      where locktype = 'advisory' and pid = pg_catalog.pg_backend_pid() limit 1), \
      (select '%1$sit listened to notifications' from pg_catalog.pg_listening_channels() limit 1), \
      'true')\
      """;

  /**
   * True, or fails, so that what was sent with it does not run. Binds whether to do without, and
   * the role.
   */
  static final String CONDITION =
      condition("case when ? then 'true' " + SILENT + "else 'true' end");

  private static final String SILENT_ALONE =
      "select " + condition("case " + SILENT + "else 'true' end");

  private static final String ALL =
      "select " + condition("case " + SILENT + "else " + LOUD + " end");

  private CleanProof() {}

  /** What cannot be converted fails, and is named by the failure. */
  private static String condition(String text) {
    return "cast((" + text.formatted(MARK) + ") as pg_catalog.bool)";
  }

  /** Throws what {@code exception} says was left behind, if it is that of {@link #CONDITION}. */
  static void throwIfFailure(SQLException exception) {
    if (exception instanceof PSQLException e && e.getServerErrorMessage() != null) {
      String message = String.valueOf(e.getServerErrorMessage().getMessage());
      int mark = message.indexOf(MARK);
      if (mark >= 0) {
        String facts = message.substring(mark + MARK.length());
        throw new PoisonedConnectionException(facts.replaceAll("\\W+$", ""));
      }
    }
  }

  /**
   * Proves that {@code connection}, which is outside a transaction, is as clean as a fresh one.
   *
   * @param loud whether also of what changes no rows in silence
   * @throws PoisonedConnectionException naming what was left behind
   */
  static void check(Connection connection, String role, boolean loud) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(loud ? ALL : SILENT_ALONE)) {
      statement.setString(1, role);
      statement.execute();
    } catch (SQLException e) {
      throwIfFailure(e);
      throw e;
    }
  }
}
