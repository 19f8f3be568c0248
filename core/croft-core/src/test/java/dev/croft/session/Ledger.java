package dev.croft.session;

import dev.croft.fixture.Village;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The sums of all rows of a village, table by table and tenant by tenant, whoever may see them. */
final class Ledger implements AutoCloseable {
  private static final String TABLES =
      """
      select format('%I.%I', n.nspname, c.relname),
        (select string_agg(format('%I', a.attname), ', ' order by a.attnum)
          from pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0
            and not a.attisdropped and a.attgenerated = '')
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition
        and c.relname not like 'databasechangelog%'
        and n.nspname !~ '^(pg_|information_schema$|croft$)'
      """;

  private static final String SUM =
      """
      select '%1$s of ' || coalesce(
          r ->> case '%1$s' when 'public.tenants' then 'id' else 'tenant_id' end, 'no tenant'),
        md5(string_agg(r::text, ',' order by r::text))
      from (select to_jsonb(t) from %1$s t) as rows (r) group by 1
      """;

  private final Connection superuser;
  private final Map<String, String> columns;
  private final String sums;

  /** Remembers the rows that are there now. */
  Ledger(Village village) throws SQLException {
    this.superuser = village.database().connect(village.database().superuser());
    this.columns = read(TABLES);
    this.sums =
        columns.keySet().stream().map(SUM::formatted).collect(Collectors.joining(" union all "));
    execute("create schema ledger");
    forEachTable("create table ledger.\"%1$s\" as table %1$s");
    execute("set session_replication_role = replica");
  }

  /** The sum of each tenant's rows in each table, under a name that ends with the tenant's id. */
  Map<String, String> sums() throws SQLException {
    return read(sums);
  }

  /** Puts back the rows that were there at first. */
  void restore() throws SQLException {
    forEachTable("delete from %1$s");
    forEachTable("insert into %1$s (%2$s) select %2$s from ledger.\"%1$s\"");
  }

  private void forEachTable(String sql) throws SQLException {
    List<String> statements = new ArrayList<>();
    columns.forEach((table, names) -> statements.add(sql.formatted(table, names)));
    execute(String.join("; ", statements));
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }

  private Map<String, String> read(String sql) throws SQLException {
    try (Statement statement = superuser.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      Map<String, String> read = new TreeMap<>();
      while (rows.next()) {
        read.put(rows.getString(1), rows.getString(rows.getMetaData().getColumnCount()));
      }
      return read;
    }
  }

  @Override
  public void close() throws SQLException {
    superuser.close();
  }
}
