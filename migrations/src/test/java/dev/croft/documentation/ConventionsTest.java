package dev.croft.documentation;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConventionsTest {
  private static final List<Table> TABLES = BaseSchema.tables();

  private static List<String> oddNames(List<Table> tables) {
    return tables.stream()
        .flatMap(table -> Stream.concat(Stream.of(table.ownName()), table.columnNames().stream()))
        .filter(name -> !name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"))
        .toList();
  }

  private static List<String> oddBooleans(List<Table> tables) {
    return tables.stream()
        .flatMap(table -> table.columns().stream())
        .filter(column -> column.type().equals("boolean"))
        .map(Table.Column::name)
        .filter(name -> !name.matches("(is|has|can)_.*"))
        .toList();
  }

  @Test
  void names_are_in_snake_case() {
    assertThat(oddNames(TABLES)).isEmpty();
  }

  @Test
  void booleans_begin_with_a_verb() {
    assertThat(oddBooleans(TABLES)).isEmpty();
  }

  @Test
  void a_name_that_breaks_a_convention_is_found() {
    try (BaseDatabase database =
        BaseDatabase.after("create table public.\"postCards\" (sent boolean)")) {
      assertThat(oddNames(BaseSchema.tables(database))).containsExactly("postCards");
      assertThat(oddBooleans(BaseSchema.tables(database))).containsExactly("sent");
    }
  }

  @Test
  void tables_are_named_in_the_plural() {
    assertThat(TABLES.stream().map(Table::ownName).filter(name -> !name.endsWith("s")))
        .containsExactlyInAnyOrder(
            "audit_log", "tenant_audit_log", "tenant_metadata", "environment");
  }

  @Test
  void foreign_keys_are_named_after_what_they_refer_to() {
    TreeSet<String> others =
        TABLES.stream()
            .flatMap(table -> table.references().stream())
            .filter(reference -> !isNamedAfter(reference))
            .map(reference -> reference.columns().getLast() + " to " + reference.table())
            .collect(toCollection(TreeSet::new));
    assertThat(others)
        .containsExactly("impersonator_id to public.users", "inviter_id to public.tenant_users");
  }

  private static boolean isNamedAfter(Table.Reference reference) {
    String column = reference.columns().getLast();
    return column.endsWith("_id")
        && (reference.referenced().contains(column)
            || reference.table().endsWith(plural(column.replaceFirst("_id$", ""))));
  }

  private static String plural(String singular) {
    return singular.endsWith("y")
        ? singular.substring(0, singular.length() - 1) + "ies"
        : singular + "s";
  }
}
