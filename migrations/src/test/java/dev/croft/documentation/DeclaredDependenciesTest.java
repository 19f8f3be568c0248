package dev.croft.documentation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every proof is on rows in which all that the database does not enforce has been broken. */
class DeclaredDependenciesTest {
  private static final int ENOUGH = 150;
  private static final List<Section> SECTIONS = SchemaDocument.read().sections(BaseSchema.tables());

  private static Section section(String table) {
    return SECTIONS.stream()
        .filter(section -> section.name().equals(table))
        .findFirst()
        .orElseThrow();
  }

  private static Rows rows(String table) {
    return requireNonNull(BaseSchema.rows().get(table));
  }

  private static List<Dependency> broken(Section section, Rows rows) {
    return Stream.concat(
            section.heading().dependencies().stream(),
            section.exceptions().stream()
                .filter(kept -> !kept.isByFunction())
                .map(Section.Kept::dependency))
        .filter(dependency -> !rows.hold(withPartitioning(dependency, section.table())))
        .toList();
  }

  /** A partitioned table keeps its keys only within the partition. */
  private static Dependency withPartitioning(Dependency dependency, Table table) {
    Stream<String> columns =
        table.columns().stream().filter(Table.Column::isPartitioning).map(Table.Column::name);
    return Dependency.of(
        Stream.concat(dependency.left().stream(), columns).toList(), dependency.right());
  }

  private static List<Dependency> undeclared(Section section, Rows rows) {
    return rows.beyond(section.headingWithExceptions());
  }

  private static List<SortedSet<String>> decomposed(Section section, Rows rows) {
    Heading heading = section.heading();
    List<String> attributes = new ArrayList<>(rows.columns());
    attributes.removeAll(section.rowColumns());
    return heading.keys().stream()
        .flatMap(key -> NormalForm.parts(key, attributes).stream())
        .filter(part -> part.size() > 1 && !NormalForm.isJoinByKeys(part, heading))
        .filter(rows::decompose)
        .toList();
  }

  private static Rows after(String change, String table) {
    try (BaseDatabase database = BaseDatabase.after(change)) {
      return GeneratedRows.in(database, table);
    }
  }

  @Test
  void every_table_has_rows_enough_but_the_one_that_takes_a_single_row() {
    for (Section section : SECTIONS) {
      int size = rows(section.name()).values().size();
      if (section.name().equals("croft.environment")) {
        assertThat(size).isEqualTo(1);
      } else {
        assertThat(size).as(section.name()).isGreaterThan(ENOUGH);
      }
    }
  }

  @Test
  void what_is_declared_holds_in_rows_that_are_as_free_as_the_database_lets_them_be() {
    for (Section section : SECTIONS) {
      assertThat(broken(section, rows(section.name()))).as(section.name()).isEmpty();
    }
  }

  @Test
  void without_its_constraint_a_declared_dependency_is_broken() {
    String change = "alter table auth.roles drop constraint roles_name_unique";
    assertThat(broken(section("auth.roles"), after(change, "auth.roles")))
        .containsExactly(Dependency.of(List.of("tenant_id", "name"), List.of("id")));
  }

  @Test
  void nothing_holds_that_is_not_declared() {
    for (Section section : SECTIONS) {
      assertThat(undeclared(section, rows(section.name()))).as(section.name()).isEmpty();
    }
  }

  @Test
  void a_dependency_that_is_enforced_and_not_declared_is_found() {
    String change = "alter table auth.sso_connections add check (is_active = (protocol = 'oidc'))";
    assertThat(undeclared(section("auth.sso_connections"), after(change, "auth.sso_connections")))
        .containsExactlyInAnyOrder(
            Dependency.of(List.of("protocol"), List.of("is_active")),
            Dependency.of(List.of("is_active"), List.of("protocol")));
  }

  @Test
  void no_key_and_attribute_are_a_join_of_narrower_rows() {
    for (Section section : SECTIONS) {
      assertThat(decomposed(section, rows(section.name()))).as(section.name()).isEmpty();
    }
  }

  @Test
  void rows_that_are_a_join_of_narrower_rows_are_found() {
    String table = "auth.role_template_permissions";
    assertThat(decomposed(section(table), product(rows(table))))
        .containsExactly(Dependency.sorted(List.of("role_template_id", "permission_id")));
  }

  private static Rows product(Rows rows) {
    List<List<Optional<String>>> some = rows.values().subList(0, 12);
    List<List<Optional<String>>> product = new ArrayList<>();
    for (List<Optional<String>> one : some) {
      for (List<Optional<String>> other : some) {
        List<Optional<String>> mixed = new ArrayList<>(one);
        mixed.set(1, other.get(1));
        product.add(mixed);
      }
    }
    return new Rows(rows.columns(), product);
  }
}
