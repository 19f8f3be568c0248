package dev.croft.doctor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A session of the runtime role that is in acme and out for globex: whatever {@code farm-rows.sql}
 * gives to globex has an id that begins with b.
 */
record Intruder(Connection connection, String runtime) {
  static final String ACME = "aaaaaaaa-0000-7000-8000-000000000001";
  static final String OF_GLOBEX = "bbbbbbbb-|[Gg]lobex";
  static final String OF_ANYBODY = "aaaaaaaa-|" + OF_GLOBEX;

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

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Whether the server lets that pass; what it refuses leaves no trace. */
  boolean may(String sql) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      run(sql);
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
    for (String relation : relations("rpvmf")) {
      if (may("select 1 / count(*) from %s x where x::text ~ '%s'".formatted(relation, rows))) {
        return true;
      }
    }
    return false;
  }

  /** Tables, views and the like that are not PostgreSQL's own, of those kinds. */
  List<String> relations(String kinds) throws SQLException {
    return strings(
        """
        select format('%%I.%%I', n.nspname, c.relname)
        from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where '%s' like '%%' || c.relkind || '%%' and n.nspname !~ '^(pg_|information_schema$)'
        order by 1
        """
            .formatted(kinds));
  }

  /** Which versions of which rows of globex there are, for the superuser to ask. */
  List<String> rowsOfGlobex() throws SQLException {
    List<String> rows = new ArrayList<>();
    for (String table : relations("r")) {
      rows.addAll(
          strings(
              "select '%s' || x.ctid || x.xmin from only %1$s x where x::text ~ '%s' order by 1"
                  .formatted(table, OF_GLOBEX)));
    }
    return rows;
  }

  private List<String> strings(String query) throws SQLException {
    List<String> strings = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        strings.add(row.getString(1));
      }
    }
    return strings;
  }
}
