package dev.croft.documentation;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeclaredKeysTest {
  private final BaseDatabase database = BaseDatabase.fresh();

  @AfterEach
  void close() {
    database.close();
  }

  private List<String> differing() {
    List<Table> tables = Tables.of(database);
    Map<String, Section> sections = SchemaDocument.read().sections(tables);
    return tables.stream()
        .filter(table -> !agree(table, sections.get(table.name())))
        .map(Table::name)
        .toList();
  }

  private static boolean agree(Table table, Section section) {
    return sets(section.keys())
            .equals(
                table.keys().stream()
                    .map(table::withoutPartitioning)
                    .map(Set::copyOf)
                    .collect(toSet()))
        && sets(section.keysOfSomeRows()).equals(sets(table.keysOfSomeRows()));
  }

  private static Set<Set<String>> sets(Set<List<String>> lists) {
    return lists.stream().map(Set::copyOf).collect(toSet());
  }

  @Test
  void the_keys_that_are_declared_are_those_of_the_catalogue() {
    assertThat(differing()).isEmpty();
  }

  @Test
  void a_key_that_the_database_does_not_keep_is_found() {
    database.run("alter table auth.roles drop constraint roles_name_unique");
    database.run("drop index public.users_email_address_unique");
    database.run("create unique index on public.users (email_address)");
    assertThat(differing()).containsExactly("auth.roles", "public.users");
  }

  @Test
  void a_key_that_was_not_declared_is_found() {
    database.run("create unique index on billing.customers (external_id)");
    database.run("create unique index on auth.sso_connections (tenant_id) where is_active");
    assertThat(differing()).containsExactly("auth.sso_connections", "billing.customers");
  }

  @Test
  void the_keys_that_are_declared_follow_from_the_dependencies() {
    List<Table> tables = Tables.of(database);
    Map<String, Section> sections = SchemaDocument.read().sections(tables);
    for (Table table : tables) {
      Section section = sections.get(table.name());
      assertThat(section.heading(table).keys())
          .as(table.name())
          .containsExactlyInAnyOrderElementsOf(
              section.keys().stream().map(SampleValues::columns).map(Dependency::sorted).toList());
    }
  }
}
