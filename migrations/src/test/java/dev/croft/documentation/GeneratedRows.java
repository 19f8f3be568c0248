package dev.croft.documentation;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Fills tables with rows that are as free as keys, checks and foreign keys let them be: what holds
 * in such rows although it was not declared is enforced without having been declared.
 */
final class GeneratedRows {
  private static final int WANTED = 500;
  private static final int TRIED_AT_ONCE = 800;
  private static final int A_FEW = 12;
  private static final int ATTEMPTS = 12;

  private final BaseDatabase database;
  private final List<Table> tables;
  private final Map<String, Rows> filled = new LinkedHashMap<>();
  private final Random random = new Random(20261120);

  private GeneratedRows(BaseDatabase database) {
    this.database = database;
    tables = BaseSchema.tables(database);
  }

  /** Fills all tables. */
  static Map<String, Rows> in(BaseDatabase database) {
    GeneratedRows rows = new GeneratedRows(database);
    rows.empty();
    rows.tables.forEach(rows::fill);
    return rows.filled;
  }

  /** Fills one table, and what it refers to. */
  static Rows in(BaseDatabase database, String table) {
    GeneratedRows rows = new GeneratedRows(database);
    rows.empty();
    return rows.fill(rows.table(table));
  }

  /** Puts a few rows into each table that has none, and leaves those alone that have. */
  static Map<String, Rows> inEmptyTables(BaseDatabase database) {
    GeneratedRows rows = new GeneratedRows(database);
    rows.tables.forEach(rows::fillIfEmpty);
    return rows.filled;
  }

  private void fillIfEmpty(Table table) {
    if (filled.containsKey(table.name())) {
      return;
    }
    table.references().forEach(reference -> fillIfEmpty(table(reference.table())));
    if (read(table).values().isEmpty()) {
      insert(table, new SampleValues(table, random), A_FEW, conditionsOfAFew(table));
    }
    filled.put(table.name(), read(table));
  }

  /** There can be one default, and the changelog has yet to name it. */
  private static List<String> conditionsOfAFew(Table table) {
    List<String> conditions = new ArrayList<>(table.checks());
    table.find("is_default").ifPresent(column -> conditions.add("not is_default"));
    return conditions;
  }

  private Table table(String name) {
    return tables.stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
  }

  /** What the changelog itself put in is of few kinds, and would seem to depend on its names. */
  private void empty() {
    List<Table> left = new ArrayList<>(tables);
    while (!left.isEmpty()) {
      Table unreferenced =
          left.stream().filter(table -> !isReferenced(table, left)).findFirst().orElseThrow();
      database.run("delete from " + unreferenced.name());
      left.remove(unreferenced);
    }
  }

  private static boolean isReferenced(Table table, List<Table> by) {
    return by.stream()
        .flatMap(other -> other.references().stream())
        .anyMatch(reference -> reference.table().equals(table.name()));
  }

  private Rows fill(Table table) {
    if (!filled.containsKey(table.name())) {
      table.references().forEach(reference -> fill(table(reference.table())));
      filled.put(table.name(), filled(table, new SampleValues(table, random)));
    }
    return filled(table.name());
  }

  private Rows filled(String table) {
    return requireNonNull(filled.get(table));
  }

  private Rows filled(Table table, SampleValues samples) {
    int attempt = 0;
    Rows rows;
    do {
      insert(table, samples, TRIED_AT_ONCE, table.checks());
      rows = read(table);
    } while (rows.values().size() < WANTED && ++attempt < ATTEMPTS);
    return rows;
  }

  private Rows read(Table table) {
    return new Rows(table.columnNames(), database.rows(selection(table)));
  }

  private static String selection(Table table) {
    return table.columnNames().stream()
        .map("\"%s\"::text"::formatted)
        .collect(joining(", ", "select ", " from " + table.name()));
  }

  private void insert(Table table, SampleValues samples, int tries, List<String> conditions) {
    String rows =
        Stream.generate(() -> draft(table))
            .limit(tries)
            .flatMap(Optional::stream)
            .map(draft -> draft.complete(samples).json())
            .collect(joining(",", "[", "]"));
    database.run(insertion(table, conditions), rows);
  }

  /** Takes the rows that the checks let pass, and of those with one key the first. */
  private static String insertion(Table table, List<String> conditions) {
    String passed =
        conditions.stream().map("(%s) is not false"::formatted).collect(joining(" and "));
    String columns = table.columnNames().stream().map("\"%s\""::formatted).collect(joining(", "));
    return """
        insert into %1$s (%2$s)
        select %2$s from jsonb_populate_recordset(null::%1$s, ?::jsonb) %3$s
        on conflict do nothing"""
        .formatted(table.name(), columns, passed.isEmpty() ? "" : "where " + passed);
  }

  /** Empty if what the row was to refer to first leaves it nothing to refer to next. */
  private Optional<DraftRow> draft(Table table) {
    DraftRow draft = new DraftRow(table, random);
    boolean fits =
        table.references().stream()
            .allMatch(reference -> draft.refer(reference, filled(reference.table())));
    return fits ? Optional.of(draft) : Optional.empty();
  }
}
