package dev.croft.testkit.contract;

import dev.croft.testkit.TestkitException;
import dev.croft.testkit.contract.TableShape.Column;
import dev.croft.testkit.contract.TableShape.UniqueKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Writes one row: tries values until PostgreSQL's constraints let one through. */
final class RowWriter {
  private static final int MOST_TRIES = 2_000;

  private final Database database;
  private final TableShape table;
  private final Map<String, String> given;
  private final Map<String, List<String>> candidates = new LinkedHashMap<>();
  private final Map<String, Integer> choice = new LinkedHashMap<>();

  /**
   * A writer of one row.
   *
   * @param given the values that are fixed: keys, and what the user said
   */
  RowWriter(Database database, TableShape table, Map<String, String> given, String mark) {
    this.database = database;
    this.table = table;
    this.given = given;
    for (Column column : table.columns()) {
      if (!given.containsKey(column.name())) {
        candidates.put(column.name(), candidates(column, mark));
        choice.put(column.name(), 0);
      }
    }
  }

  private List<String> candidates(Column column, String mark) {
    List<String> values = Candidates.of(column, table.checks(), mark);
    if (values.isEmpty()) {
      String facts = "no value of type %s is known".formatted(column.type());
      throw unfilled(List.of(column.name()), facts);
    }
    return values;
  }

  /** The row as it is stored, each column in text form; SQL's NULL is left out. */
  Map<String, String> write() {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      try {
        return insert();
      } catch (PlainSqlException e) {
        retry(e);
      }
    }
    throw unfilled(List.copyOf(candidates.keySet()), MOST_TRIES + " rows were refused");
  }

  private Map<String, String> insert() {
    Map<String, String> row = new LinkedHashMap<>();
    candidates.forEach((column, values) -> row.put(column, values.get(choice(column))));
    row.putAll(given);
    row.values().removeIf(Candidates.LEFT_OUT::equals);
    return Rows.insert(database, table, row);
  }

  private int choice(String column) {
    return choice.getOrDefault(column, 0);
  }

  private void retry(PlainSqlException refusal) {
    ServerErrorMessage error =
        refusal.failure() instanceof PSQLException e ? e.getServerErrorMessage() : null;
    if (error == null) {
      throw refusal;
    }
    switch (refusal.sqlState()) {
      case "23514" -> advance(checked(error), "passes " + constraint(error));
      case "23505", "23P01" -> advance(unique(error), "is free in " + constraint(error));
      case "23502" -> advance(List.of(String.valueOf(error.getColumn())), "is not null");
      default ->
          throw unfilled(
              List.copyOf(candidates.keySet()), "PostgreSQL said: " + error.getMessage());
    }
  }

  private static String constraint(ServerErrorMessage error) {
    return error.getConstraint() == null ? "a partition" : error.getConstraint();
  }

  /** A row that no partition takes is refused without the name of a constraint. */
  private List<String> checked(ServerErrorMessage error) {
    @Nullable String name = error.getConstraint();
    if (name == null) {
      return table.partitionColumns();
    }
    return table.checks().stream()
        .filter(check -> check.name().equals(name))
        .flatMap(check -> check.columns().stream())
        .toList();
  }

  private List<String> unique(ServerErrorMessage error) {
    return table.uniqueKeys().stream()
        .filter(key -> key.name().equals(error.getConstraint()))
        .findFirst()
        .map(UniqueKey::columns)
        .filter(columns -> columns.stream().anyMatch(candidates::containsKey))
        .orElseGet(() -> List.copyOf(candidates.keySet()));
  }

  /** Counts on: the next combination of what can be chosen for {@code columns}. */
  private void advance(List<String> columns, String needed) {
    List<String> free = new ArrayList<>(columns);
    free.retainAll(candidates.keySet());
    for (String column : free) {
      int next = choice(column) + 1;
      if (next < candidates.getOrDefault(column, List.of()).size()) {
        choice.put(column, next);
        return;
      }
      choice.put(column, 0);
    }
    throw unfilled(columns, "no value that was tried " + needed);
  }

  private TestkitException unfilled(List<String> columns, String facts) {
    String names = columns.stream().map(this::qualified).collect(Collectors.joining(", "));
    return new TestkitException(
        "%s was not filled".formatted(names.isEmpty() ? table.name() : names),
        facts,
        "Supply one: .value(\"%s\", \"…\")."
            .formatted(qualified(columns.isEmpty() ? "…" : columns.getFirst())));
  }

  private String qualified(String column) {
    return table.name() + "." + column;
  }
}
