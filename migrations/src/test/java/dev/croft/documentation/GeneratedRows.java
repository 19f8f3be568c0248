package dev.croft.documentation;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fills tables with rows that are as free as keys, checks and foreign keys let them be: what holds
 * in such rows although it was not declared is enforced without having been declared.
 */
final class GeneratedRows {
  private static final int WANTED = 250;
  private static final int TRIED_AT_ONCE = 400;
  private static final int ATTEMPTS = 12;
  private static final int FAVOURITES = 3;

  private final BaseDatabase database;
  private final Map<String, Table> tables = new LinkedHashMap<>();
  private final Map<String, Rows> filled = new LinkedHashMap<>();
  private final Random random = new Random(20261120);

  private GeneratedRows(BaseDatabase database) {
    this.database = database;
    Tables.of(database).forEach(table -> tables.put(table.name(), table));
  }

  /** Fills the tables, or all if none is named, and what they refer to. */
  static Map<String, Rows> in(BaseDatabase database, String... names) {
    GeneratedRows rows = new GeneratedRows(database);
    rows.empty();
    (names.length == 0 ? rows.tables.keySet() : List.of(names)).forEach(rows::fill);
    return rows.filled;
  }

  /** What the changelog itself put in is of few kinds, and would seem to depend on its names. */
  private void empty() {
    Set<String> left = new HashSet<>(tables.keySet());
    while (!left.isEmpty()) {
      String unreferenced =
          left.stream().filter(name -> !isReferenced(name, left)).findFirst().orElseThrow();
      database.run("delete from " + unreferenced);
      left.remove(unreferenced);
    }
  }

  private boolean isReferenced(String name, Set<String> by) {
    return by.stream()
        .flatMap(table -> tables.get(table).references().stream())
        .anyMatch(reference -> reference.table().equals(name));
  }

  private void fill(String name) {
    if (filled.containsKey(name)) {
      return;
    }
    Table table = tables.get(name);
    table.references().forEach(reference -> fill(reference.table()));
    filled.put(name, filled(table, new SampleValues(table, random)));
  }

  private Rows filled(Table table, SampleValues values) {
    int attempt = 0;
    Rows rows;
    do {
      insert(table, values);
      rows = new Rows(table.columnNames(), database.rows(selection(table)));
    } while (rows.values().size() < WANTED && ++attempt < ATTEMPTS);
    return rows;
  }

  private static String selection(Table table) {
    return table.columnNames().stream()
        .map("\"%s\"::text"::formatted)
        .collect(joining(", ", "select ", " from " + table.name()));
  }

  private void insert(Table table, SampleValues values) {
    List<String> rows =
        Stream.generate(() -> row(table, values))
            .limit(TRIED_AT_ONCE)
            .flatMap(Optional::stream)
            .map(GeneratedRows::json)
            .toList();
    database.run(insertion(table), "[" + String.join(",", rows) + "]");
  }

  /** Takes the rows that the checks let pass, and of those with one key the first. */
  private static String insertion(Table table) {
    String passed =
        String.join(" and ", table.checks().stream().map("(%s) is not false"::formatted).toList());
    return """
        insert into %1$s select * from jsonb_populate_recordset(null::%1$s, ?::jsonb) %2$s
        on conflict do nothing"""
        .formatted(table.name(), passed.isEmpty() ? "" : "where " + passed);
  }

  /** Empty if what the row was to refer to first leaves it nothing to refer to next. */
  private Optional<Map<String, @Nullable String>> row(Table table, SampleValues values) {
    Map<String, @Nullable String> row = new LinkedHashMap<>();
    for (Table.Reference reference : table.references()) {
      if (!refer(table, reference, row)) {
        return Optional.empty();
      }
    }
    for (Table.Column column : table.columns()) {
      if (!row.containsKey(column.name())) {
        row.put(column.name(), values.of(column));
      }
    }
    return Optional.of(row);
  }

  private boolean refer(Table table, Table.Reference reference, Map<String, @Nullable String> row) {
    if (reference.columns().stream().anyMatch(column -> table.column(column).isOptional())
        && random.nextBoolean()) {
      reference.columns().forEach(column -> row.put(column, null));
      return true;
    }
    Rows parents = filled.get(reference.table());
    List<List<@Nullable String>> fitting = fitting(parents, reference, row);
    if (!fitting.isEmpty()) {
      List<@Nullable String> parent = fitting.get(random.nextInt(favoured(fitting.size())));
      for (int part = 0; part < reference.columns().size(); part++) {
        row.put(reference.columns().get(part), parent.get(position(parents, reference, part)));
      }
    }
    return !fitting.isEmpty();
  }

  private int favoured(int size) {
    return random.nextBoolean() ? size : Math.min(FAVOURITES, size);
  }

  private static List<List<@Nullable String>> fitting(
      Rows parents, Table.Reference reference, Map<String, @Nullable String> row) {
    List<List<@Nullable String>> fitting = new ArrayList<>();
    for (List<@Nullable String> parent : parents.values()) {
      boolean fits = true;
      for (int part = 0; part < reference.columns().size(); part++) {
        String given = row.get(reference.columns().get(part));
        fits &= given == null || given.equals(parent.get(position(parents, reference, part)));
      }
      if (fits) {
        fitting.add(parent);
      }
    }
    return fitting;
  }

  private static int position(Rows parents, Table.Reference reference, int part) {
    return parents.columns().indexOf(reference.referenced().get(part));
  }

  private static String json(Map<String, @Nullable String> row) {
    List<String> members = new ArrayList<>();
    row.forEach((column, value) -> members.add(text(column) + ":" + json(value)));
    return "{" + String.join(",", members) + "}";
  }

  private static String json(@Nullable String value) {
    return value == null || value.startsWith("{") ? String.valueOf(value) : text(value);
  }

  private static String text(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
