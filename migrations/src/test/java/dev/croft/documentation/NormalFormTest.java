package dev.croft.documentation;

import static dev.croft.documentation.Dependency.sorted;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class NormalFormTest {
  private static final BaseDatabase DATABASE = BaseDatabase.fresh();
  private static final List<Table> TABLES = BaseSchema.tables();
  private static final List<Section> SECTIONS = SchemaDocument.read().sections(TABLES);

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private static Table table(String name) {
    return TABLES.stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
  }

  private static Heading with(String table, Dependency planted) {
    Heading heading =
        SECTIONS.stream()
            .filter(section -> section.name().equals(table))
            .findFirst()
            .orElseThrow()
            .heading();
    return new Heading(
        heading.columns(),
        Stream.concat(heading.dependencies().stream(), Stream.of(planted)).toList());
  }

  private static boolean isThere(String keeper) {
    return !DATABASE
        .rows(
            "select conname from pg_constraint where conname = ? union all"
                + " select proname from pg_proc where pronamespace::regnamespace || '.' || proname = ?",
            keeper,
            keeper)
        .isEmpty();
  }

  @Test
  void no_dependency_is_on_anything_but_a_key() {
    for (Section section : SECTIONS) {
      assertThat(section.heading().beyondKeys()).as(section.name()).isEmpty();
    }
  }

  @Test
  void a_transitive_dependency_is_caught() {
    Dependency planted = Dependency.of(List.of("plan_price_id"), List.of("seats"));
    Heading heading = with("billing.subscriptions", planted);
    assertThat(heading.beyondKeys()).containsExactly(planted);
    assertThat(NormalForm.proved(heading, table("billing.subscriptions"))).isEqualTo("none");
  }

  @Test
  void a_dependency_on_part_of_a_key_is_caught() {
    Dependency planted = Dependency.of(List.of("limit_id"), List.of("maximum"));
    assertThat(with("billing.plan_limits", planted).beyondKeys()).containsExactly(planted);
  }

  @Test
  void each_exception_is_one_and_something_keeps_it() {
    List<Section.Kept> exceptions =
        SECTIONS.stream().flatMap(section -> section.exceptions().stream()).toList();
    assertThat(exceptions).hasSize(2).allMatch(kept -> isThere(kept.by()));
    for (Section section : SECTIONS) {
      assertThat(section.headingWithExceptions().beyondKeys())
          .as(section.name())
          .containsExactlyElementsOf(
              section.exceptions().stream().map(Section.Kept::dependency).toList());
    }
    assertThat(isThere("nothing_of_the_kind")).isFalse();
  }

  @Test
  void each_table_is_in_the_normal_form_that_its_section_says() {
    for (Section section : SECTIONS) {
      assertThat(section.normalForm()).as(section.name()).matches(expected(section));
      assertThat(section.why()).as(section.name()).endsWith(".");
    }
  }

  private static String expected(Section section) {
    String proved = NormalForm.proved(section.heading(), section.table());
    if (!proved.equals("5NF")) {
      return proved + ", proved; 5NF, reviewed: .{20,}[.]";
    }
    return section.exceptions().isEmpty()
        ? "5NF, proved[.]"
        : "5NF, proved but for the exception[.]";
  }

  @Test
  void keys_that_are_not_simple_prove_less() {
    Table members = table("public.tenant_users");
    assertThat(NormalForm.proved(heading("tenant_id, user_id, is_active"), members))
        .isEqualTo("BCNF");
    assertThat(NormalForm.proved(heading("tenant_id, id, name"), table("auth.roles")))
        .isEqualTo("5NF");
  }

  private static Heading heading(String columns) {
    List<String> names = List.of(columns.split(", "));
    return new Heading(
        sorted(names), List.of(Dependency.of(names.subList(0, 2), names.subList(2, 3))));
  }
}
