package dev.croft.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.testkit.CroftDatabase;
import dev.croft.testkit.TestkitException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The catalogue alone fills tables of every kind, or says what it could not. */
class LookAlikesTest {
  private static Grounds fill(Map<String, Function<Owner, String>> said) {
    Map<String, Function<Owner, String>> all = BaseValues.all();
    all.putAll(said);
    return Grounds.prepare(CroftDatabase.copyOf("notes/changelog.xml"), all);
  }

  private static Map<String, Function<Owner, String>> labels() {
    Map<String, Function<Owner, String>> said = new LinkedHashMap<>();
    said.put("notes.notes.label", owner -> "L" + owner.mark().charAt(0));
    return said;
  }

  @Test
  void each_tenant_has_rows_in_every_table_that_holds_tenants_rows() {
    try (Grounds grounds = fill(labels())) {
      assertThat(grounds.tables().stream().filter(TableShape::isOfTenants).map(TableShape::name))
          .contains("notes.notebooks", "notes.notes", "notes.visits", "public.tenant_users")
          .allSatisfy(
              table -> {
                assertThat(grounds.mine().rows(table)).isNotEmpty();
                assertThat(grounds.other().rows(table)).isNotEmpty();
              });
    }
  }

  @Test
  void checks_enums_domains_pairs_of_columns_and_partitions_are_met() {
    try (Grounds grounds = fill(labels())) {
      Map<String, String> notebook = grounds.mine().rows("notes.notebooks").getFirst();
      assertThat(notebook).containsEntry("code", "AL").containsEntry("status", "open");
      assertThat(Integer.parseInt(notebook.get("percent"))).isBetween(40, 60);
      Map<String, String> note = grounds.mine().rows("notes.notes").getFirst();
      assertThat(note).containsEntry("color", "red").containsEntry("label", "La");
      assertThat(grounds.mine().value("notes.visits", "visited_at")).startsWith("2031-01-01");
    }
  }

  @Test
  void the_second_rows_of_both_tenants_look_alike() {
    try (Grounds grounds = fill(labels())) {
      assertThat(grounds.mine().rows("auth.roles").get(1).get("name"))
          .isEqualTo(grounds.other().rows("auth.roles").get(1).get("name"))
          .isEqualTo("alike");
    }
  }

  @Test
  void a_value_that_no_check_lets_through_is_named_with_the_line_that_supplies_it() {
    Map<String, Function<Owner, String>> wrong =
        Map.of("notes.notebooks.starts_on", owner -> "infinity");
    assertThatThrownBy(() -> fill(wrong).close())
        .isInstanceOf(TestkitException.class)
        .hasMessage(
            "notes.notebooks.starts_on, notes.notebooks.ends_on was not filled: no value that was"
                + " tried passes notebooks_days_check. Supply one:"
                + " .value(\"notes.notebooks.starts_on\", \"…\").");
  }
}
