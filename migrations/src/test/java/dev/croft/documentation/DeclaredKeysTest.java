package dev.croft.documentation;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeclaredKeysTest {
  private static List<String> differingAfter(String... changes) {
    try (BaseDatabase database = BaseDatabase.after(changes)) {
      return differing(BaseSchema.tables(database));
    }
  }

  private static List<String> differing(List<Table> tables) {
    return SchemaDocument.read().sections(tables).stream()
        .filter(section -> !agrees(section, section.table()))
        .map(Section::name)
        .toList();
  }

  private static boolean agrees(Section section, Table table) {
    List<List<String>> keys = table.keys().stream().map(table::withoutPartitioning).toList();
    return sets(section.keys()).equals(sets(keys))
        && sets(section.keysOfSomeRows()).equals(sets(table.keysOfSomeRows()));
  }

  private static Set<Set<String>> sets(Collection<List<String>> lists) {
    return lists.stream().map(Set::copyOf).collect(toSet());
  }

  @Test
  void the_keys_that_are_declared_are_those_of_the_catalogue() {
    assertThat(differing(BaseSchema.tables())).isEmpty();
  }

  @Test
  void a_key_that_the_database_does_not_keep_is_found() {
    assertThat(
            differingAfter(
                "alter table auth.roles drop constraint roles_name_unique",
                "drop index public.users_email_address_unique",
                "create unique index on public.users (email_address)"))
        .containsExactlyInAnyOrder("auth.roles", "public.users");
  }

  @Test
  void a_key_that_was_not_declared_is_found() {
    assertThat(
            differingAfter(
                "create unique index on billing.customers (external_id)",
                "create unique index on auth.sso_connections (tenant_id) where is_active"))
        .containsExactlyInAnyOrder("auth.sso_connections", "billing.customers");
  }

  @Test
  void the_keys_that_are_declared_follow_from_the_dependencies() {
    for (Section section : SchemaDocument.read().sections(BaseSchema.tables())) {
      assertThat(section.heading().keys())
          .as(section.name())
          .containsExactlyInAnyOrderElementsOf(
              section.keys().stream().map(SampleValues::columns).map(Dependency::sorted).toList());
    }
  }
}
