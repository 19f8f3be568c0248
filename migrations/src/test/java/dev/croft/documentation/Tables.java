package dev.croft.documentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the base schema out of the catalogue. */
final class Tables {
  static final List<String> NAMESPACES = List.of("public", "auth", "billing", "admin", "croft");

  private static final String BASE =
      """
      with base as (
        select c.oid, n.nspname || '.' || c.relname as name
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and not c.relispartition
          and n.nspname in ('public', 'auth', 'billing', 'admin', 'croft')
      )
      """;
  private static final String COLUMNS =
      """
      select base.name, a.attname,
        replace(format_type(a.atttypid, null), 'timestamp with time zone', 'timestamptz'),
        not a.attnotnull,
        exists (select from pg_partitioned_table p
          where p.partrelid = base.oid and a.attnum = any (p.partattrs))
      from base join pg_attribute a on a.attrelid = base.oid and a.attnum > 0 and not a.attisdropped
        and a.attgenerated = ''
      order by base.name, a.attnum
      """;
  private static final String KEYS =
      """
      select base.name, string_agg(pg_get_indexdef(i.indexrelid, part, true), ', ' order by part)
      from base join pg_index i on i.indrelid = base.oid and i.indisunique
      cross join generate_series(1, i.indnkeyatts) part
      where (i.indpred is null) = (?::text = 'every row')
      group by base.name, i.indexrelid, i.indisprimary
      order by base.name, i.indisprimary desc, i.indexrelid
      """;
  private static final String REFERENCES =
      """
      select base.name, target.name,
        (select string_agg(a.attname, ', ' order by place)
          from unnest(k.conkey) with ordinality c (number, place)
          join pg_attribute a on a.attrelid = k.conrelid and a.attnum = c.number),
        (select string_agg(a.attname, ', ' order by place)
          from unnest(k.confkey) with ordinality c (number, place)
          join pg_attribute a on a.attrelid = k.confrelid and a.attnum = c.number)
      from base join pg_constraint k on k.conrelid = base.oid and k.contype = 'f'
      join base target on target.oid = k.confrelid
      where k.conparentid = 0
      order by base.name, cardinality(k.conkey) desc, k.conname
      """;
  private static final String CHECKS =
      """
      select base.name, pg_get_expr(k.conbin, k.conrelid)
      from base join pg_constraint k on k.conrelid = base.oid and k.contype = 'c'
      order by base.name, k.conname
      """;

  private Tables() {}

  static List<Table> of(BaseDatabase database) {
    Map<String, Table> tables = new LinkedHashMap<>();
    for (List<String> row : database.texts(BASE + COLUMNS)) {
      in(tables, row)
          .columns()
          .add(new Table.Column(row.get(1), row.get(2), isTrue(row, 3), isTrue(row, 4)));
    }
    database
        .texts(BASE + KEYS, "every row")
        .forEach(row -> in(tables, row).keys().add(list(row, 1)));
    database
        .texts(BASE + KEYS, "some rows")
        .forEach(row -> in(tables, row).keysOfSomeRows().add(list(row, 1)));
    database
        .texts(BASE + REFERENCES)
        .forEach(row -> in(tables, row).references().add(reference(row)));
    database.texts(BASE + CHECKS).forEach(row -> in(tables, row).checks().add(row.get(1)));
    return List.copyOf(tables.values());
  }

  private static Table in(Map<String, Table> tables, List<String> row) {
    return tables.computeIfAbsent(
        row.get(0),
        name ->
            new Table(name, list(), new LinkedHashSet<>(), new LinkedHashSet<>(), list(), list()));
  }

  private static <T> List<T> list() {
    return new ArrayList<>();
  }

  private static Table.Reference reference(List<String> row) {
    return new Table.Reference(list(row, 2), row.get(1), list(row, 3));
  }

  private static List<String> list(List<String> row, int column) {
    return Arrays.asList(row.get(column).split(", "));
  }

  private static boolean isTrue(List<String> row, int column) {
    return row.get(column).equals("t");
  }

  /** The names of views, none of which holds rows of its own. */
  static Set<String> views(BaseDatabase database) {
    Set<String> views = new LinkedHashSet<>();
    database
        .texts(
            """
            select n.nspname || '.' || c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('v', 'm')
              and n.nspname in ('public', 'auth', 'billing', 'admin', 'croft')
            order by 1
            """)
        .forEach(row -> views.add(row.get(0)));
    return views;
  }
}
