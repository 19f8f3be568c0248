package dev.croft.migrations;

import dev.croft.postgres.Login;
import dev.croft.postgres.PostgresDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A database as a release of the base changelog left it, as SQL: what the changesets ran, the
 * record that Liquibase kept of them, and a few rows in every table that is not partitioned.
 *
 * <p>The statements are those of the release itself, so that what they make is what they made then,
 * on whatever release of PostgreSQL the dump is restored.
 */
record ReleaseDump(String text) {
  private static final String ROWS_BEGIN = "\n-- The rows, to be written by a superuser.\n";

  private static final String RECORD =
      """
      select format(E'create schema croft_migrations;\\ncreate table croft_migrations.%I (\\n  %s\\n);\\n',
        c.relname, string_agg(concat(quote_ident(a.attname), ' ', format_type(a.atttypid, a.atttypmod),
          ' default ' || pg_get_expr(d.adbin, d.adrelid), case when a.attnotnull then ' not null' end),
          E',\\n  ' order by a.attnum))
      from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.oid = 'croft_migrations.databasechangelog'::regclass
      group by c.relname
      """;
  private static final String TABLES =
      """
      select c.oid::regclass::text, string_agg(quote_ident(a.attname), ', ' order by a.attnum)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          and a.attgenerated = ''
      where c.relkind = 'r' and not c.relispartition
        and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      group by c.oid order by 1
      """;

  /**
   * What the database holds.
   *
   * @param applied what ran on it, and nothing else
   */
  static ReleaseDump of(PostgresDatabase database, List<ChangesetSql> applied) {
    StringBuilder text = new StringBuilder("-- A release, frozen: this file is never edited.\n");
    for (ChangesetSql each : applied) {
      text.append("\n-- ").append(each.id()).append('\n');
      each.statements().forEach(sql -> text.append(sql).append("\n;\n"));
    }
    try (Connection connection = database.connect(database.superuser());
        Statement statement = connection.createStatement()) {
      statement.execute("set search_path = ''");
      text.append('\n').append(asked(statement, RECORD));
      text.append(ROWS_BEGIN).append("set session_replication_role = replica;\n");
      rows(statement).forEach(text::append);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new ReleaseDump(text.toString());
  }

  private static List<String> rows(Statement statement) throws SQLException {
    List<String> deletions = new ArrayList<>();
    List<String> queries = new ArrayList<>();
    try (ResultSet table = statement.executeQuery(TABLES)) {
      while (table.next()) {
        deletions.add("delete from %s;\n".formatted(table.getString(1)));
        queries.add(insertion(table.getString(1), table.getString(2)));
      }
    }
    List<String> lines = new ArrayList<>(deletions);
    for (String query : queries) {
      lines.add(asked(statement, query));
    }
    return lines;
  }

  /** A query for the statement that writes the rows of a table, if it has any. */
  private static String insertion(String table, String columns) {
    return """
        select format(E'insert into %%1$s (%%2$s)\\nselect %%2$s '
          'from jsonb_populate_recordset(null::%%1$s, %%3$L);\\n',
          '%1$s', '%2$s', jsonb_pretty(jsonb_agg(to_jsonb(t))))
        from %1$s t having count(*) > 0
        """
        .formatted(table, columns);
  }

  private static String asked(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getString(1) : "";
    }
  }

  void restoreTo(PostgresDatabase database) {
    int rows = text.indexOf(ROWS_BEGIN);
    run(database, database.owner(), text.substring(0, rows));
    run(database, database.superuser(), text.substring(rows));
  }

  private static void run(PostgresDatabase database, Login login, String script) {
    Database.execute(database, login, "set search_path = '';\n" + script);
  }

  /** The same, with a checksum that is not that of what ran. */
  ReleaseDump withAnotherChecksum() {
    return new ReleaseDump(text.replaceFirst("\"md5sum\": \"9:....", "\"md5sum\": \"9:0000"));
  }
}
