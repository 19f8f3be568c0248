package dev.croft.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every proof is on rows in which all that the database does not enforce has been broken. */
class DeclaredDependenciesTest {
  private static final int ENOUGH = 150;
  private static final BaseDatabase DATABASE = BaseDatabase.fresh();
  private static final List<Table> TABLES = Tables.of(DATABASE);
  private static final Map<String, Section> SECTIONS = SchemaDocument.read().sections(TABLES);
  private static final Map<String, Rows> ROWS = GeneratedRows.in(DATABASE);

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private static Table table(String name) {
    return TABLES.stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<Dependency> broken(String table, Rows rows) {
    Section section = SECTIONS.get(table);
    return Stream.concat(
            section.heading(table(table)).dependencies().stream(),
            section.exceptions().stream()
                .filter(kept -> !kept.isByFunction())
                .map(Section.Kept::dependency))
        .filter(dependency -> !rows.hold(withPartitioning(dependency, table(table))))
        .toList();
  }

  /** A partitioned table keeps its keys only within the partition. */
  private static Dependency withPartitioning(Dependency dependency, Table table) {
    Stream<String> columns =
        table.columns().stream().filter(Table.Column::isPartitioning).map(Table.Column::name);
    return Dependency.of(
        Stream.concat(dependency.left().stream(), columns).toList(), dependency.right());
  }

  private static List<Dependency> undeclared(String table, Rows rows) {
    return rows.beyond(SECTIONS.get(table).headingWithExceptions(table(table)));
  }

  private static List<SortedSet<String>> decomposed(String table, Rows rows) {
    Section section = SECTIONS.get(table);
    Heading heading = section.heading(table(table));
    List<String> attributes = new ArrayList<>(rows.columns());
    attributes.removeAll(section.rowColumns());
    return heading.keys().stream()
        .flatMap(key -> NormalForm.parts(key, attributes).stream())
        .filter(part -> part.size() > 1 && !NormalForm.isJoinByKeys(part, heading))
        .filter(rows::decompose)
        .toList();
  }

  private static Rows after(String change, String table) {
    try (BaseDatabase database = BaseDatabase.fresh()) {
      database.run(change);
      return GeneratedRows.in(database, table).get(table);
    }
  }

  @Test
  void every_table_has_rows_enough_but_the_one_that_takes_a_single_row() {
    ROWS.forEach(
        (table, rows) ->
            assertThat(rows.values().size())
                .as(table)
                .satisfies(
                    size -> {
                      if (table.equals("croft.environment")) {
                        assertThat(size).isEqualTo(1);
                      } else {
                        assertThat(size).isGreaterThan(ENOUGH);
                      }
                    }));
    assertThat(ROWS).hasSameSizeAs(TABLES);
  }

  @Test
  void what_is_declared_holds_in_rows_that_are_as_free_as_the_database_lets_them_be() {
    ROWS.forEach((table, rows) -> assertThat(broken(table, rows)).as(table).isEmpty());
  }

  @Test
  void without_its_constraint_a_declared_dependency_is_broken() {
    assertThat(
            broken(
                "auth.roles",
                after("alter table auth.roles drop constraint roles_name_unique", "auth.roles")))
        .containsExactly(Dependency.of(List.of("tenant_id", "name"), List.of("id")));
  }

  @Test
  void nothing_holds_that_is_not_declared() {
    ROWS.forEach(
        (table, rows) -> {
          if (rows.values().size() > 1) {
            assertThat(undeclared(table, rows)).as(table).isEmpty();
          }
        });
  }

  @Test
  void a_dependency_that_is_enforced_and_not_declared_is_found() {
    String check = "alter table auth.sso_connections add check (is_active = (protocol = 'oidc'))";
    assertThat(undeclared("auth.sso_connections", after(check, "auth.sso_connections")))
        .contains(
            Dependency.of(List.of("protocol"), List.of("is_active")),
            Dependency.of(List.of("is_active"), List.of("protocol")));
  }

  @Test
  void no_key_and_attribute_are_a_join_of_narrower_rows() {
    ROWS.forEach((table, rows) -> assertThat(decomposed(table, rows)).as(table).isEmpty());
  }

  @Test
  void rows_that_are_a_join_of_narrower_rows_are_found() {
    Rows rows = ROWS.get("auth.role_template_permissions");
    Rows all = new Rows(rows.columns(), product(rows));
    assertThat(decomposed("auth.role_template_permissions", all))
        .containsExactly(Dependency.sorted(List.of("role_template_id", "permission_id")));
  }

  private static List<List<String>> product(Rows rows) {
    List<List<String>> product = new ArrayList<>();
    List<List<String>> some = rows.values().subList(0, 12);
    for (List<String> one : some) {
      for (List<String> other : some) {
        List<String> mixed = new ArrayList<>(one);
        mixed.set(1, other.get(1));
        product.add(mixed);
      }
    }
    return product;
  }
}
