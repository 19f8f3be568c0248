package dev.croft.codegen;

import static org.jooq.impl.DSL.inline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;

/** What the database itself says about the tables: the only source of the generated code. */
final class Catalogue {

  /**
   * Partitions are reached through their parent; what an extension brings is not ours; the tables
   * of schema croft are for its functions and for tools.
   */
  private static final String RELATIONS =
      """
      select n.nspname, c.relname, c.relkind::text, obj_description(c.oid, 'pg_class'),
             c.relispartition
               or c.relname in ('databasechangelog', 'databasechangeloglock')
               or n.nspname = 'croft'
               or exists (select from pg_depend d
                          where d.classid = 'pg_class'::regclass
                            and d.objid = c.oid and d.deptype = 'e') as left_out,
             case c.relkind
               when 'v' then coalesce(
                 (select o.option_value::boolean
                  from pg_options_to_table(c.reloptions) o
                  where o.option_name = 'security_invoker'), false)
               else c.relrowsecurity and c.relforcerowsecurity
             end as fenced
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm', 'f')
        and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      order by n.nspname collate "C", c.relname collate "C"
      """;

  /**
   * A column holds a tenant's id if foreign keys lead from it to public.tenants (id), be it through
   * other tables; it is the tenant column if its table's primary key begins with it. A view has no
   * keys: there the name must do.
   */
  private static final String TENANT_COLUMNS =
      """
      with recursive tenant_id (relid, attnum) as (
        select a.attrelid, a.attnum
        from pg_attribute a
        where a.attrelid = to_regclass('public.tenants') and a.attname = 'id'
        union
        select fk.conrelid, pair.child
        from tenant_id
        join pg_constraint fk on fk.contype = 'f' and fk.confrelid = tenant_id.relid
        cross join unnest(fk.conkey, fk.confkey) as pair (child, parent)
        where pair.parent = tenant_id.attnum
      )
      select n.nspname, c.relname, a.attname
      from tenant_id
      join pg_constraint pk
        on pk.contype = 'p' and pk.conrelid = tenant_id.relid and pk.conkey[1] = tenant_id.attnum
      join pg_class c on c.oid = tenant_id.relid
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum = tenant_id.attnum
      where a.atttypid = 'uuid'::regtype
      union
      select n.nspname, c.relname, a.attname
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid
      where c.relkind = 'v' and a.attname = 'tenant_id' and a.atttypid = 'uuid'::regtype
      """;

  /** A shared row is linked to itself, or by what its own primary key refers to. */
  private static final String LINKS =
      """
      select reference.attname as reference, id.attname as id
      from pg_constraint fk
      join pg_constraint pk
        on pk.contype = 'p' and pk.conrelid = to_regclass(format('%I.%I', {2}, {3}))
        and cardinality(pk.conkey) = 1
      join pg_attribute reference
        on reference.attrelid = fk.conrelid and reference.attnum = fk.conkey[1]
      join pg_attribute id on id.attrelid = pk.conrelid and id.attnum = pk.conkey[1]
      where fk.contype = 'f' and cardinality(fk.conkey) = 1
        and fk.conrelid = to_regclass(format('%I.%I', {0}, {1}))
        and (fk.confrelid = pk.conrelid and fk.confkey = pk.conkey
          or exists (
            select from pg_constraint own
            where own.contype = 'f' and own.conrelid = pk.conrelid and own.conkey = pk.conkey
              and own.confrelid = fk.confrelid and own.confkey = fk.confkey))
        and reference.atttypid = 'uuid'::regtype and id.atttypid = 'uuid'::regtype
      order by fk.conname
      """;

  private final DSLContext dsl;

  Catalogue(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** The column of a link table, and the one of a shared table, that pair their rows. */
  record Link(String reference, String id) {}

  /** Every table and view that gets a class, in order of schema and name. */
  List<Relation> relations() {
    return relations(false).map(Catalogue::relation).toList();
  }

  /** Every table and view that gets none. */
  List<TableName> leftOut() {
    return relations(true).map(Catalogue::name).toList();
  }

  private Stream<Record> relations(boolean leftOut) {
    return dsl.fetch(RELATIONS).stream()
        .filter(row -> row.get("left_out", Boolean.class) == leftOut);
  }

  private static Relation relation(Record row) {
    return new Relation(
        name(row),
        Relation.Kind.of(text(row, 2)),
        row.get(3, String.class),
        row.get("fenced", Boolean.class));
  }

  Map<TableName, String> tenantColumns() {
    return dsl.fetch(TENANT_COLUMNS).stream()
        .collect(Collectors.toMap(Catalogue::name, row -> text(row, 2)));
  }

  Optional<Link> link(TableName from, TableName to) {
    return dsl
        .fetch(
            LINKS,
            inline(from.schema()),
            inline(from.name()),
            inline(to.schema()),
            inline(to.name()))
        .stream()
        .findFirst()
        .map(row -> new Link(text(row, 0), text(row, 1)));
  }

  private static TableName name(Record row) {
    return new TableName(text(row, 0), text(row, 1));
  }

  private static String text(Record row, int column) {
    return row.get(column, String.class);
  }
}
