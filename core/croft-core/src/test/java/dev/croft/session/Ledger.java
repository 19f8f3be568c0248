package dev.croft.session;

import dev.croft.fixture.Village;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
  private final PreparedStatement sums;
  private final Map<String, String> first;
  private Map<String, String> last = Map.of();
  private String lastSnapshot = "";

  /** Remembers the rows that are there now. */
  Ledger(Village village) throws SQLException {
    this.superuser = village.database().connect(village.database().superuser());
    this.columns = read(TABLES);
    // Planning dozens of tables takes longer than reading them: this is planned once.
    this.sums =
        superuser.prepareStatement(
            columns.keySet().stream()
                .map(SUM::formatted)
                .collect(Collectors.joining(" union all ")));
    execute("create schema ledger");
    forEach(columns.keySet(), "create table ledger.\"%1$s\" as table %1$s");
    execute("set session_replication_role = replica");
    this.first = sums();
  }

  /**
   * The sum of each tenant's rows in each table, under a name that ends with the tenant's id. Reads
   * them only if a transaction that wrote has ended since: only such have ids, and a snapshot tells
   * which have ended (PostgreSQL manual, section 9.27).
   */
  Map<String, String> sums() throws SQLException {
    String snapshot = snapshot();
    if (!snapshot.equals(lastSnapshot)) {
      last = rows(sums.executeQuery());
      lastSnapshot = snapshot;
    }
    return last;
  }

  private String snapshot() throws SQLException {
    try (Statement statement = superuser.createStatement();
        ResultSet row = statement.executeQuery("select pg_current_snapshot()")) {
      row.next();
      return row.getString(1);
    }
  }

  /** Puts back the rows that were there at first, into the tables that hold others now. */
  void restore() throws SQLException {
    Set<String> changed = changed(sums());
    forEach(changed, "delete from %1$s");
    forEach(changed, "insert into %1$s (%2$s) select %2$s from ledger.\"%1$s\"");
  }

  private Set<String> changed(Map<String, String> now) {
    return Stream.concat(first.keySet().stream(), now.keySet().stream())
        .filter(name -> !Objects.equals(first.get(name), now.get(name)))
        .map(name -> name.split(" of ", 2)[0])
        .collect(Collectors.toSet());
  }

  private void forEach(Set<String> tables, String sql) throws SQLException {
    if (!tables.isEmpty()) {
      execute(
          tables.stream()
              .map(table -> sql.formatted(table, columns.get(table)))
              .collect(Collectors.joining("; ")));
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }

  private Map<String, String> read(String sql) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      return rows(statement.executeQuery(sql));
    }
  }

  private static Map<String, String> rows(ResultSet rows) throws SQLException {
    try (rows) {
      Map<String, String> read = new TreeMap<>();
      while (rows.next()) {
        read.put(rows.getString(1), rows.getString(2));
      }
      return read;
    }
  }

  @Override
  public void close() throws SQLException {
    superuser.close();
  }
}
