package dev.croft.doctor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;

/**
 * A session of the runtime role that is in acme and out for globex: whatever {@code farm-rows.sql}
 * gives to globex has an id that begins with b. What the server refuses it leaves no trace.
 */
record Intruder(Connection connection, String runtime) {
  static final String ACME = "aaaaaaaa-0000-7000-8000-000000000001";
  static final String OF_GLOBEX = "bbbbbbbb-|[Gg]lobex";
  static final String OF_ANYBODY = "aaaaaaaa-|" + OF_GLOBEX;

  /** Tables, views and the like. */
  static final String READABLE = "rpvmf";

  static final String TABLES = "rp";

  /** One request for all relations, since there are many, and many mutations. */
  private static final String EACH =
      """
      do $do$
      declare
        relation text;
        told text := '';
        tells text;
      begin
        for relation in
          select format('%%I.%%I', n.nspname, c.relname)
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where strpos('%s', c.relkind::text) > 0 and n.nspname !~ '^(pg_|information_schema$)'
          order by 1
        loop
          begin
            execute format(%s, relation)%s;
            told := told || coalesce(tells, '');
          exception when others then null;
          end;
        end loop;
        perform set_config('probe.told', told, true);
      end
      $do$
      """;

  void become() throws SQLException {
    run("set local session authorization " + runtime);
  }

  void enter() throws SQLException {
    become();
    run("select set_config('app.tenant_id', '" + ACME + "', true)");
  }

  void leave() throws SQLException {
    run("set local session authorization default");
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Tries that on each relation of those kinds; %1$s stands for it. */
  void tryOnEach(String kinds, String statement) throws SQLException {
    run(EACH.formatted(kinds, literal(statement), ""));
  }

  /** Whether the server lets that pass. */
  boolean may(String statement) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      run(statement);
      return true;
    } catch (SQLException refused) {
      connection.rollback(before);
      return false;
    } finally {
      connection.releaseSavepoint(before);
    }
  }

  /** Whether any relation shows a row whose text matches. */
  boolean sees(String rows) throws SQLException {
    return !tell(READABLE, "select 'seen' from %1$s x where x::text ~ '" + rows + "' limit 1")
        .isEmpty();
  }

  /** Which versions of which rows of globex there are, for the superuser to ask. */
  String rowsOfGlobex() throws SQLException {
    return tell(
        "r",
        "select string_agg('%1$s' || ctid || xmin, ' ' order by ctid) from only %1$s x"
            + " where x::text ~ '"
            + OF_GLOBEX
            + "'");
  }

  private String tell(String kinds, String query) throws SQLException {
    run(EACH.formatted(kinds, literal(query), " into tells"));
    return told();
  }

  private String told() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select current_setting('probe.told')")) {
      row.next();
      return row.getString(1);
    }
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
