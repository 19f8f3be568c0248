package dev.croft.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.croft.isolation.ScopedTable;
import dev.croft.isolation.TableScope;
import dev.croft.isolation.TableScope.TenantRows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.Schema;
import org.jooq.Table;
import org.junit.jupiter.api.DynamicNode;

/** What one tenant gets of another's rows in each table, past each fence. */
final class TableTests {
  private static final String PLAIN = "with row-level security alone";

  private final Grounds grounds;
  private final List<Schema> schemas;

  private TableTests(Grounds grounds, List<Schema> schemas) {
    this.grounds = grounds;
    this.schemas = schemas;
  }

  static Stream<DynamicNode> of(Grounds grounds, List<Schema> schemas) {
    TableTests tests = new TableTests(grounds, List.copyOf(schemas));
    return grounds.tables().stream().filter(TableShape::isOfTenants).map(tests::of);
  }

  private DynamicNode of(TableShape table) {
    Stream<DynamicNode> fences =
        Stream.of(Setting.ALL_FENCES, Setting.PREDICATES_ALONE)
            .flatMap(
                setting -> trials(setting.toString(), test -> inSession(setting, table, test)));
    Stream<DynamicNode> plain = trials(PLAIN, test -> plainly(table, test));
    DynamicNode lookup =
        dynamicTest(
            "touches the same rows for an id of another tenant as for one that never was",
            () -> lookup(table));
    DynamicNode control =
        dynamicTest(
            "shows the rows of both, " + Setting.NO_FENCE + ", so that a fence is what hides them",
            () -> inSession(Setting.NO_FENCE, table, Trial::readAll));
    Stream<DynamicNode> probes = new ProbeTests(grounds, table).tests();
    return dynamicContainer(
        table.name(),
        Stream.of(fences, plain, Stream.of(lookup, control), probes).flatMap(nodes -> nodes));
  }

  private Stream<DynamicNode> trials(String fences, Consumer<Consumer<Trial>> with) {
    return Stream.of(
        dynamicTest("shows a tenant its own rows alone, " + fences, () -> with.accept(Trial::read)),
        dynamicTest(
            "lets a tenant neither update nor delete a row of another, " + fences,
            () -> with.accept(Trial::change)),
        dynamicTest(
            "takes no row for another tenant, " + fences, () -> with.accept(Trial::insert)));
  }

  private void inSession(Setting setting, TableShape shape, Consumer<Trial> test) {
    Table<?> table = generated(shape);
    if (table instanceof ScopedTable scoped && scoped.scope() instanceof TenantRows rows) {
      World world = grounds.world(setting);
      Access access = new SessionAccess(world.session(grounds.mine()), table, rows, shape);
      test.accept(new Trial(grounds, shape, access));
    } else {
      fail("%s is generated as %s: generate its class again", shape.name(), scopeOf(table));
    }
  }

  private static String scopeOf(Table<?> table) {
    TableScope scope = table instanceof ScopedTable scoped ? scoped.scope() : null;
    return scope == null ? "a table without a scope" : scope.getClass().getSimpleName();
  }

  private Table<?> generated(TableShape shape) {
    return schemas.stream()
        .flatMap(Schema::tableStream)
        .filter(table -> shape.name().equals(quoted(table)))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    """
                    %s has no generated class in the schemas of this contract. \
                    Name them: .schema(…)."""
                        .formatted(shape.name())));
  }

  private static String quoted(Table<?> table) {
    String schema = table.getSchema() == null ? "" : table.getSchema().getName();
    return schema + "." + table.getName();
  }

  private void plainly(TableShape table, Consumer<Trial> test) {
    try (Database plain = grounds.world(Setting.ALL_FENCES).plain()) {
      test.accept(new Trial(grounds, table, new PlainAccess(plain, grounds.mine(), table)));
    }
  }

  /** Through an index: what was fetched and then filtered away takes time that can be measured. */
  private void lookup(TableShape table) {
    try (Database plain = grounds.world(Setting.ALL_FENCES).plain()) {
      plain.enter(grounds.mine().tenant().toString());
      plain.execute("set local enable_seqscan = off");
      for (Map<String, String> row : grounds.rowsOfOther(table)) {
        Map<String, String> never = new LinkedHashMap<>(row);
        never.replaceAll((column, value) -> Side.isUuid(value) ? Trial.newId() : value);
        assertThat(plan(plain, table, row))
            .as("the rows that a lookup of %s touches, by another tenant's key", table.name())
            .isEqualTo(plan(plain, table, never));
      }
    }
  }

  private static List<String> plan(Database plain, TableShape table, Map<String, String> row) {
    String condition = Rows.hasValuesOf(table.ownKey(), row);
    return plain
        .strings(
            "explain (analyze, costs off, timing off, summary off, buffers off)"
                + " select from %s where %s".formatted(table.name(), condition))
        .stream()
        .map(line -> line.replaceAll("[0-9a-f-]{36}", "id"))
        .toList();
  }

  /** One tenant's attempts at the rows of the other. */
  private record Trial(Grounds grounds, TableShape table, Access access) {
    void read() {
      List<UUID> tenants = access.tenantsOfRows();
      UUID mine = grounds.mine().tenant().value();
      assertThat(tenants)
          .as("the tenants whose rows of %s tenant %s reads", table.name(), mine)
          .isNotEmpty()
          .containsOnly(mine);
    }

    void readAll() {
      assertThat(access.tenantsOfRows())
          .as("the tenants whose rows of %s are read", table.name())
          .contains(grounds.mine().tenant().value(), grounds.other().tenant().value());
    }

    void change() {
      for (Map<String, String> row : grounds.rowsOfOther(table)) {
        assertThat(access.update(row))
            .as("how many rows of another tenant an UPDATE of %s changes", table.name())
            .isZero();
        assertThat(access.delete(row))
            .as("how many rows of another tenant a DELETE from %s removes", table.name())
            .isZero();
      }
    }

    void insert() {
      Map<String, String> row = new LinkedHashMap<>(grounds.rowsOfOther(table).getFirst());
      if (!table.holdsTenants()) {
        row.computeIfPresent("id", (column, id) -> Side.isUuid(id) ? newId() : id);
      }
      assertThat(access.insert(row))
          .as("why a row of %s for another tenant is refused", table.name())
          .isEqualTo(access.refusal());
    }

    static String newId() {
      return UUID.randomUUID().toString();
    }
  }
}
