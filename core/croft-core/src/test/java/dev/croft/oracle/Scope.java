package dev.croft.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The columns and tables in sight of a query, its own and those of the queries around it. */
final class Scope {
  private final @Nullable Scope outer;
  private final List<Column> columns = new ArrayList<>();
  private final List<Table<?>> tables = new ArrayList<>();

  Scope(@Nullable Scope outer) {
    this.outer = outer;
  }

  /** Sees nothing. */
  static Scope empty() {
    return new Scope(null);
  }

  @Nullable Scope outer() {
    return outer;
  }

  Scope inner() {
    return new Scope(this);
  }

  void add(Column column) {
    columns.add(column);
  }

  /** A generated table, from which paths lead. */
  void add(Table<?> table) {
    tables.add(table);
  }

  void addAll(Scope other) {
    columns.addAll(other.columns);
    tables.addAll(other.tables);
  }

  List<Column> columns() {
    return columns;
  }

  List<Table<?>> tables() {
    return tables;
  }

  /** The columns of the queries around it too, after its own. */
  private List<Column> all() {
    List<Column> all = new ArrayList<>(columns);
    for (Scope scope = outer; scope != null; scope = scope.outer) {
      all.addAll(scope.columns);
    }
    return all;
  }

  Column column(Type type, int number) {
    List<Column> fitting = columns.stream().filter(column -> column.type() == type).toList();
    if (fitting.isEmpty()) {
      fitting = all().stream().filter(column -> column.type() == type).toList();
    }
    return pick(fitting, number, Column.literal(type, "tenants", number));
  }

  /** A column of the query itself and one of {@code domain}, if there are such. */
  List<Pair> pairs() {
    return pairs(columns, all());
  }

  /** Columns of two sides that can be equal, those that identify something first. */
  static List<Pair> pairs(List<Column> ones, List<Column> others) {
    List<Pair> pairs = new ArrayList<>();
    for (Column one : ones) {
      for (Column other : others) {
        if (!one.equals(other) && one.domain().equals(other.domain())) {
          pairs.add(new Pair(one, other));
        }
      }
    }
    pairs.sort((one, other) -> Integer.compare(rank(one), rank(other)));
    return pairs;
  }

  private static int rank(Pair pair) {
    if (pair.one().type() != Type.ID) {
      return 2;
    }
    return pair.one().domain().equals("tenants") ? 1 : 0;
  }

  record Pair(Column one, Column other) {}

  static <T> T pick(List<T> from, int number, T otherwise) {
    return from.isEmpty()
        ? otherwise
        : Objects.requireNonNull(from.get(Math.floorMod(number, from.size())));
  }
}
