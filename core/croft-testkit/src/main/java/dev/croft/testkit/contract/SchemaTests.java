package dev.croft.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.croft.testkit.contract.TableShape.ForeignKey;
import dev.croft.testkit.contract.TableShape.UniqueKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/** What the catalogue shows: the doctor, keys, grants, and all that the runtime login can read. */
final class SchemaTests {
  private final Grounds grounds;
  private final Map<String, TableShape> tables;

  private SchemaTests(Grounds grounds) {
    this.grounds = grounds;
    this.tables = Catalogue.byName(grounds.tables());
  }

  static Stream<DynamicNode> of(Grounds grounds) {
    SchemaTests tests = new SchemaTests(grounds);
    return Stream.of(
        dynamicContainer(
            "the schema",
            Stream.of(
                dynamicTest("lets Croft open: the doctor finds no error", tests::doctor),
                dynamicTest("has keys that hold the tenant", tests::keys),
                dynamicTest("grants nothing that leaves the tenant", tests::grants),
                dynamicTest("shows a tenant no row of another through any relation", tests::reads),
                dynamicTest("is known: every table has a scope", tests::scopes))));
  }

  private void doctor() {
    assertThat(grounds.examination().errors())
        .as("what the doctor found:%n%s", grounds.examination().toText())
        .isEmpty();
  }

  private void scopes() {
    assertThat(
            grounds.tables().stream()
                .filter(table -> table.scope().equals("none"))
                .map(TableShape::name))
        .as(
            "tables without a scope; call croft.tenant_table, shared_table, global_table or"
                + " system_table at the end of the changelog of each")
        .isEmpty();
  }

  private void keys() {
    assertThat(grounds.tables().stream().filter(TableShape::isOfTenants).flatMap(this::brokenKeys))
        .as("keys without the tenant, by which a row could point to or collide with another's")
        .isEmpty();
  }

  private Stream<String> brokenKeys(TableShape table) {
    Stream<String> foreign =
        table.foreignKeys().stream()
            .filter(key -> leavesTenant(table, key))
            .map(
                key ->
                    "%s of %s refers to %s without its tenant: a row could point into another's"
                        .formatted(key.name(), table.name(), key.referenced()));
    Stream<String> unique =
        table.uniqueKeys().stream()
            .filter(key -> !table.holdsTenants() && spansTenants(table, key))
            .map(
                key ->
                    "%s of %s does not begin with %s: a duplicate would tell what another has"
                        .formatted(key.name(), table.name(), table.tenantColumn()));
    return Stream.concat(foreign, unique);
  }

  private boolean leavesTenant(TableShape table, ForeignKey key) {
    TableShape referenced = tables.get(key.referenced());
    if (referenced == null || !referenced.isOfTenants()) {
      return false;
    }
    int place = key.columns().indexOf(table.tenantColumn());
    return place < 0 || !key.referencedColumns().get(place).equals(referenced.tenantColumn());
  }

  private static boolean spansTenants(TableShape table, UniqueKey key) {
    return key.columns().isEmpty() || !key.columns().getFirst().equals(table.tenantColumn());
  }

  private void grants() {
    World world = grounds.world(Setting.ALL_FENCES);
    assertThat(grounds.tables().stream().flatMap(table -> forbidden(world, table).stream()))
        .as("privileges of the runtime login, which only the owner or the system should have")
        .isEmpty();
  }

  private static List<String> forbidden(World world, TableShape table) {
    String columns =
        table.isOfTenants()
            ? """
            union all select 'UPDATE (%3$s)'
            where has_column_privilege('%1$s', '%2$s', '%3$s', 'UPDATE')
            """
            : "";
    String reading =
        table.scope().equals("system")
            ? "union all select 'SELECT' where has_table_privilege('%1$s', '%2$s', 'SELECT')"
            : "";
    String sql =
        """
        select p from unnest(array['TRUNCATE', 'REFERENCES', 'TRIGGER']) p
        where has_table_privilege('%1$s', '%2$s', p)
        """
            + columns
            + reading;
    return world
        .system()
        .strings(sql.formatted(world.runtime(), table.name(), table.tenantColumn()))
        .stream()
        .map(privilege -> "%s on %s".formatted(privilege, table.name()))
        .toList();
  }

  private void reads() {
    World world = grounds.world(Setting.ALL_FENCES);
    Set<String> secrets = grounds.other().secretsFrom(grounds.mine());
    List<Relation> relations = Relation.readable(world);
    assertThat(relations).as("relations that the runtime login can read").isNotEmpty();
    try (Database plain = world.plain()) {
      plain.enter(grounds.mine().tenant().toString());
      assertThat(relations.stream().flatMap(relation -> relation.leaks(plain, secrets)))
          .as("relations that show rows of another tenant")
          .isEmpty();
    }
  }

  /** A table, view or partition, and the columns of it that the runtime login can read. */
  private record Relation(String name, String kind, String columns) {
    static List<Relation> readable(World world) {
      return world
          .system()
          .list(
              """
              select format('%%I.%%I', n.nspname, c.relname), case c.relkind
                  when 'v' then 'a view: create it with (security_invoker = true)'
                  when 'm' then 'a materialized view, which stores the rows of all tenants'
                  when 'f' then 'a foreign table, which no policy can fence'
                  else case when c.relispartition then 'a partition: revoke its grants'
                    else 'a table: call croft.tenant_table' end
                end, string_agg(quote_ident(a.attname), ', ' order by a.attnum)
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
              where c.relkind in ('r', 'p', 'v', 'm', 'f')
                and n.nspname not in ('pg_catalog', 'information_schema')
                and n.nspname not like 'pg\\_%%'
                and has_schema_privilege('%1$s', n.oid, 'USAGE')
                and has_column_privilege('%1$s', c.oid, a.attnum, 'SELECT')
              group by 1, 2
              order by 1
              """
                  .formatted(world.runtime()),
              row -> new Relation(row.getString(1), row.getString(2), row.getString(3)));
    }

    Stream<String> leaks(Database plain, Set<String> secrets) {
      long rows =
          plain
              .strings("select (t.*)::text from (select %s from %s) t".formatted(columns, name))
              .stream()
              .filter(row -> Side.found(secrets, row) != null)
              .count();
      return rows == 0
          ? Stream.of()
          : Stream.of("%s shows %d of them (%s)".formatted(name, rows, kind));
    }
  }
}
