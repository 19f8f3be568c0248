package dev.croft.testkit.contract;

import dev.croft.testkit.contract.TableShape.Check;
import dev.croft.testkit.contract.TableShape.Column;
import dev.croft.testkit.contract.TableShape.ForeignKey;
import dev.croft.testkit.contract.TableShape.UniqueKey;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads tables from PostgreSQL's catalogue, each after those that it refers to. */
final class Catalogue {
  private static final String OWN =
      """
      join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition
        and n.nspname not in ('pg_catalog', 'information_schema', 'croft')
        and n.nspname not like 'pg\\_%'
        and c.relname not in ('databasechangelog', 'databasechangeloglock')
      """;

  private final Database database;

  private Catalogue(Database database) {
    this.database = database;
  }

  static List<TableShape> read(Database database) {
    return inOrder(new Catalogue(database).tables());
  }

  private List<TableShape> tables() {
    return database.list(
        """
        select c.oid::bigint, format('%I.%I', n.nspname, c.relname),
          coalesce(nullif(croft.table_tag(c.oid, 'scope'), ''), 'none'),
          coalesce(croft.primary_key(c.oid)::text[], '{}'),
          exists (select from pg_attribute a
            where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped),
          coalesce((select croft.column_names(c.oid, p.partattrs::smallint[])::text[]
            from pg_partitioned_table p where p.partrelid = c.oid), '{}')
        from pg_class c
        """
            + OWN
            + "order by 2",
        this::table);
  }

  private TableShape table(ResultSet row) throws SQLException {
    long oid = row.getLong(1);
    String scope = row.getString(3);
    List<String> key = strings(row.getArray(4));
    return new TableShape(
        row.getString(2),
        scope,
        tenantColumn(scope, key, row.getBoolean(5)),
        key,
        strings(row.getArray(6)),
        columns(oid),
        foreignKeys(oid),
        uniqueKeys(oid),
        checks(oid));
  }

  private static String tenantColumn(String scope, List<String> key, boolean hasTenantId) {
    if (scope.equals("system")) {
      return "";
    }
    if (hasTenantId) {
      return "tenant_id";
    }
    return scope.equals("tenant") && !key.isEmpty() ? key.getFirst() : "";
  }

  private List<Column> columns(long table) {
    return database.list(
        """
        select a.attname, format_type(a.atttypid, a.atttypmod),
          case when t.typtype = 'd' then format_type(t.typbasetype, t.typtypmod)
            else format_type(a.atttypid, a.atttypmod) end,
          not a.attnotnull, a.atthasdef,
          array(select e.enumlabel::text from pg_enum e
            where e.enumtypid = a.atttypid order by e.enumsortorder)
        from pg_attribute a join pg_type t on t.oid = a.atttypid
        where a.attrelid = %s and a.attnum > 0 and not a.attisdropped
          and a.attgenerated = '' and a.attidentity = ''
        order by a.attnum
        """
            .formatted(table),
        row ->
            new Column(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                row.getBoolean(5),
                strings(row.getArray(6))));
  }

  private List<ForeignKey> foreignKeys(long table) {
    return database.list(
        """
        select k.name, k.columns::text[], (select format('%%I.%%I', n.nspname, c.relname)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.oid = k.referenced), k.referenced_columns::text[]
        from croft.foreign_keys(%s) k
        """
            .formatted(table),
        row ->
            new ForeignKey(
                row.getString(1),
                strings(row.getArray(2)),
                row.getString(3),
                strings(row.getArray(4))));
  }

  private List<UniqueKey> uniqueKeys(long table) {
    return database.list(
        """
        select c.relname, array(select a.attname::text
          from unnest(i.indkey::smallint[]) with ordinality k (attnum, place)
          join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
          where k.place <= i.indnkeyatts order by k.place)
        from pg_index i join pg_class c on c.oid = i.indexrelid
        where i.indrelid = %s and (i.indisunique or i.indisexclusion)
        order by 1
        """
            .formatted(table),
        row -> new UniqueKey(row.getString(1), strings(row.getArray(2))));
  }

  /**
   * Those of domains are checks of each column of that type; what a partition takes counts as one,
   * although a value must pass only one of them.
   */
  private List<Check> checks(long table) {
    return database.list(
        """
        select c.conname, coalesce(croft.column_names(c.conrelid, c.conkey)::text[], '{}'),
          pg_get_constraintdef(c.oid)
        from pg_constraint c where c.conrelid = %1$s and c.contype = 'c'
        union all
        select c.conname, array[a.attname::text], pg_get_constraintdef(c.oid)
        from pg_attribute a join pg_constraint c on c.contypid = a.atttypid
        where a.attrelid = %1$s and a.attnum > 0 and not a.attisdropped
        union all
        select 'partition ' || t.relid, croft.column_names(t.parentrelid::regclass,
            p.partattrs::smallint[])::text[], pg_get_expr(c.relpartbound, c.oid)
        from pg_partition_tree(%1$s) t join pg_class c on c.oid = t.relid
        join pg_partitioned_table p on p.partrelid = t.parentrelid
        order by 1
        """
            .formatted(table),
        row -> new Check(row.getString(1), strings(row.getArray(2)), row.getString(3)));
  }

  private static List<String> strings(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  /** What is in a circle comes last, in the order of names. */
  private static List<TableShape> inOrder(List<TableShape> tables) {
    List<TableShape> left = new ArrayList<>(tables);
    Set<String> done = new LinkedHashSet<>();
    List<TableShape> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      TableShape next =
          left.stream().filter(ready(done, names(tables))).findFirst().orElse(left.getFirst());
      left.remove(next);
      done.add(next.name());
      ordered.add(next);
    }
    return ordered;
  }

  private static Set<String> names(List<TableShape> tables) {
    return tables.stream().map(TableShape::name).collect(Collectors.toSet());
  }

  private static Predicate<TableShape> ready(Set<String> done, Set<String> known) {
    return table ->
        table.foreignKeys().stream()
            .map(ForeignKey::referenced)
            .allMatch(
                other ->
                    done.contains(other) || other.equals(table.name()) || !known.contains(other));
  }

  /** By their names. */
  static Map<String, TableShape> byName(List<TableShape> tables) {
    Map<String, TableShape> byName = new LinkedHashMap<>();
    tables.forEach(table -> byName.put(table.name(), table));
    return byName;
  }
}
