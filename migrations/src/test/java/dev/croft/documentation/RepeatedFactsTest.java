package dev.croft.documentation;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A fact that is told twice will one day be told in two ways. */
class RepeatedFactsTest {
  private static Map<String, Set<String>> suspectsAfter(String... changes) {
    try (BaseDatabase database = BaseDatabase.after(changes)) {
      return suspects(BaseSchema.tables(database));
    }
  }

  private static Map<String, Set<String>> suspects(List<Table> tables) {
    Map<String, Set<String>> named = new TreeMap<>();
    for (Section section : SchemaDocument.read().sections(tables)) {
      facts(section)
          .forEach(
              column -> named.computeIfAbsent(column, name -> new TreeSet<>()).add(section.name()));
    }
    named
        .entrySet()
        .removeIf(name -> name.getValue().size() == 1 && !looksLikeAnother(name, tables));
    return named;
  }

  private static List<String> facts(Section section) {
    Table table = section.table();
    List<String> columns = new ArrayList<>(table.columnNames());
    columns.removeAll(section.rowColumns());
    columns.removeIf(column -> column.equals("id") || table.isReference(column));
    return columns;
  }

  /** Whether a column has a word in its name by which another table is called. */
  private static boolean looksLikeAnother(Map.Entry<String, Set<String>> name, List<Table> tables) {
    List<String> words = List.of(name.getKey().split("_"));
    Set<String> own = name.getValue().stream().flatMap(RepeatedFactsTest::words).collect(toSet());
    return tables.stream()
        .map(table -> words(table.name()).toList().getLast())
        .anyMatch(word -> words.contains(word) && !own.contains(word));
  }

  private static Stream<String> words(String table) {
    return Stream.of(table.substring(table.indexOf('.') + 1).split("_"))
        .map(word -> word.replaceFirst("ies$", "y").replaceFirst("(ss)es$", "$1"))
        .map(word -> word.replaceFirst("(?<!s)s$", ""));
  }

  @Test
  void every_name_that_could_be_one_fact_is_explained() {
    assertThat(suspects(BaseSchema.tables())).isEqualTo(SchemaDocument.read().names());
  }

  @Test
  void a_plan_told_beside_the_subscription_is_found() {
    assertThat(suspectsAfter("alter table public.tenants add column current_plan text"))
        .containsEntry("current_plan", Set.of("public.tenants"));
  }

  @Test
  void a_second_end_of_the_period_is_found() {
    assertThat(
            suspectsAfter(
                "alter table billing.subscriptions add column ends_at timestamptz",
                "alter table billing.subscriptions add column stripe_period_end timestamptz"))
        .containsEntry("stripe_period_end", Set.of("billing.subscriptions"))
        .extractingByKey("ends_at")
        .isEqualTo(
            Stream.of("periods", "trials")
                .map("billing.subscription_%s"::formatted)
                .collect(toCollection(() -> new TreeSet<>(Set.of("billing.subscriptions")))));
  }
}
