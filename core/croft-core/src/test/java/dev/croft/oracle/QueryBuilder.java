package dev.croft.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectQuery;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Builds SELECTs. */
final class QueryBuilder {
  /** The types of the columns that tables made by queries have. */
  static final List<Type> COLUMNS = List.of(Type.ID, Type.ID, Type.TEXT, Type.NUMBER);

  private final Building building;

  QueryBuilder(Building building) {
    this.building = building;
  }

  /**
   * @param columns what the columns of {@code select} mean
   */
  record Built(Select<Record> select, List<Column> columns) {
    Column column(int number, Field<?> reference) {
      Column column = columns.get(number);
      return new Column(reference, column.type(), column.domain());
    }
  }

  Select<Record> select(Query query, List<Type> types, @Nullable Scope outer, Commons around) {
    return build(query, types, outer, around).select();
  }

  /** A query within another statement. */
  Built build(Query query, List<Type> types, @Nullable Scope outer, Commons around) {
    boolean combines = !query.combined().isEmpty();
    Commons commons = query.declares() || combines ? new Commons(false) : around;
    Scope scope = new Scope(outer);
    Table<?> from = building.sources().build(query.from(), scope, commons);
    List<Column> columns = columns(query, types, scope, commons);
    List<Field<?>> fields = new ArrayList<>();
    columns.forEach(column -> fields.add(column.field()));
    Condition where = building.filters().all(query.where(), scope, commons);
    Commons declared = commons == around ? new Commons(false) : commons;
    SelectQuery<Record> select = query(fields, from, where, declared);
    new ShapeBuilder(query, keys(columns, scope), fields.size()).apply(select);
    return new Built(combined(query, select, types, outer), columns);
  }

  /** The outermost query of a statement; the only one that selects rows in rows, and locks. */
  Select<Record> outermost(Statement.Read read) {
    Query query = read.query();
    boolean plain = query.shape() == Query.Shape.PLAIN && query.combined().isEmpty();
    if (!plain) {
      Commons commons = new Commons(query.combined().isEmpty());
      Built built = build(query, read.types(), null, commons);
      return declared(built.select(), commons);
    }
    Commons commons = new Commons(true);
    Scope scope = Scope.empty();
    Table<?> from = building.sources().build(query.from(), scope, commons);
    List<Field<?>> fields = new ArrayList<>();
    for (int i = 0; i < read.types().size(); i++) {
      fields.add(
          building.values().buildOutermost(value(query, i), read.types().get(i), scope, commons));
    }
    Condition where = building.filters().all(query.where(), scope, commons);
    SelectQuery<Record> select = query(fields, from, where, commons);
    Locks.apply(read, select, scope);
    return select;
  }

  /** Around a query that is built already, so that common table expressions stand before it. */
  private Select<Record> declared(Select<Record> select, Commons commons) {
    if (commons.isEmpty()) {
      return select;
    }
    Table<Record> rows = select.asTable(building.name("w"));
    SelectQuery<Record> outer = commons.with(building.dsl()).select().getQuery();
    outer.addSelect(rows.fields());
    outer.addFrom(rows);
    return outer;
  }

  private static Value value(Query query, int number) {
    return Objects.requireNonNull(query.values().get(number % query.values().size()));
  }

  private List<Column> columns(Query query, List<Type> types, Scope scope, Commons commons) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      Value value = value(query, i);
      columns.add(
          groups(query.shape())
              ? grouped(value, types.get(i), scope, commons, i)
              : building.values().build(value, types.get(i), scope, commons));
    }
    return columns;
  }

  static boolean groups(Query.Shape shape) {
    return switch (shape) {
      case GROUPED, HAVING, GROUPING_SETS, ROLLUP, CUBE -> true;
      default -> false;
    };
  }

  /** Every other value is a key of the groups, if it is a column of the query itself. */
  private Column grouped(Value value, Type type, Scope scope, Commons commons, int number) {
    Value plain = value instanceof Value.Windowed over ? new Value.OfColumn(over.column()) : value;
    Column column = building.values().build(plain, type, scope, commons);
    boolean own = scope.columns().contains(column);
    if (own && number % 2 == 0) {
      return column;
    }
    Field<?> argument =
        own || plain instanceof Value.Scalar
            ? column.field()
            : Column.literal(type, "projects", number).field();
    return new Column(
        ValueBuilder.aggregate(Value.Aggregate.GREATEST, type, argument), type, column.domain());
  }

  private static List<Field<?>> keys(List<Column> columns, Scope scope) {
    List<Field<?>> keys = new ArrayList<>();
    for (int i = 0; i < columns.size(); i += 2) {
      if (scope.columns().contains(columns.get(i))) {
        keys.add(columns.get(i).field());
      }
    }
    return keys;
  }

  private SelectQuery<Record> query(
      List<Field<?>> fields, Table<?> from, Condition where, Commons commons) {
    SelectQuery<Record> select =
        (commons.isEmpty() ? building.dsl().select() : commons.with(building.dsl()).select())
            .getQuery();
    for (int i = 0; i < fields.size(); i++) {
      select.addSelect(fields.get(i).as("c" + i));
    }
    select.addFrom(from);
    select.addConditions(where);
    return select;
  }

  private Select<Record> combined(
      Query query, Select<Record> select, List<Type> types, @Nullable Scope outer) {
    if (query.combined().isEmpty()) {
      return select;
    }
    Query.Combined combined = query.combined().getFirst();
    Select<Record> other = select(combined.query(), types, outer, new Commons(false));
    return switch (combined.operation()) {
      case UNION -> select.union(other);
      case UNION_ALL -> select.unionAll(other);
      case INTERSECT -> select.intersect(other);
      case EXCEPT -> select.except(other);
    };
  }
}
