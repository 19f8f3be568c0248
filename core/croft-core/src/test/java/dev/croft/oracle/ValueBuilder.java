package dev.croft.oracle;

import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Builds what a statement selects and assigns. */
final class ValueBuilder {
  private final Building building;

  ValueBuilder(Building building) {
    this.building = building;
  }

  /** A value of {@code type}, whatever {@code value} would rather be. */
  Column build(Value value, Type type, Scope scope, Commons commons) {
    return switch (value) {
      case Value.OfColumn of -> scope.column(type, of.column());
      case Value.Literal literal -> Column.literal(type, "projects", literal.number());
      case Value.OfPath path -> ofPath(path, type, scope);
      case Value.Scalar scalar -> scalar(scalar, type, scope, commons);
      case Value.Windowed windowed -> windowed(windowed, type, scope);
      case Value.Cast cast -> cast(cast, type, scope);
      case Value.Nested nested -> Column.literal(type, "tasks", nested.query().limit());
      case Value.NestedRow row -> scope.column(type, row.first());
    };
  }

  /** What only the outermost query can select, beside what every one can. */
  Field<?> buildOutermost(Value value, Type type, Scope scope, Commons commons) {
    if (value instanceof Value.Nested nested) {
      return DSL.multiset(
          building.queries().select(nested.query(), QueryBuilder.COLUMNS, scope, commons));
    }
    if (value instanceof Value.NestedRow row) {
      return DSL.field(
          DSL.row(
              scope.column(type, row.first()).field(),
              scope.column(Type.TEXT, row.second()).field()));
    }
    return build(value, type, scope, commons).field();
  }

  private Column ofPath(Value.OfPath path, Type type, Scope scope) {
    List<Table<?>> paths = Path.toOne(scope.tables());
    Table<?> table = Scope.pick(paths, path.path(), DSL.noTable());
    Scope reached = Scope.empty();
    for (Field<?> field : table.fields()) {
      Column.of(table, field, field).ifPresent(reached::add);
    }
    boolean reaches = reached.columns().stream().anyMatch(column -> column.type() == type);
    return (reaches ? reached : scope).column(type, path.column());
  }

  private Column scalar(Value.Scalar scalar, Type type, Scope scope, Commons commons) {
    Table<?> rows =
        building
            .queries()
            .select(scalar.query(), List.of(type), scope, commons)
            .asTable(building.name("s"));
    Field<?> field = aggregate(scalar.aggregate(), type, rows.fields()[0]);
    return new Column(DSL.field(DSL.select(field).from(rows)), type, type.name());
  }

  /** The same for the same rows, whatever their order. */
  static Field<?> aggregate(Value.Aggregate aggregate, Type type, Field<?> field) {
    if (type == Type.NUMBER && aggregate == Value.Aggregate.COUNT) {
      return DSL.count(field);
    }
    if (type == Type.ID) {
      return DSL.arrayGet(DSL.arrayAgg(field.coerce(UUID.class)).orderBy(field), 1);
    }
    return aggregate == Value.Aggregate.LEAST ? DSL.min(field) : DSL.max(field);
  }

  private static Column windowed(Value.Windowed windowed, Type type, Scope scope) {
    Field<?> field = scope.column(type, windowed.column()).field();
    Field<?> partition = scope.column(Type.ID, windowed.partition()).field();
    Field<?> over;
    if (type == Type.ID) {
      over = DSL.firstValue(field).over().partitionBy(partition).orderBy(field);
    } else if (windowed.ordered()) {
      over = DSL.rank().over().partitionBy(partition).orderBy(field).cast(field.getDataType());
    } else if (type == Type.NUMBER) {
      over = DSL.count().over().partitionBy(partition);
    } else {
      over = DSL.max(field).over().partitionBy(partition);
    }
    return new Column(over, type, type.name());
  }

  private static Column cast(Value.Cast cast, Type type, Scope scope) {
    if (type != Type.TEXT) {
      return scope.column(type, cast.column());
    }
    Field<?> field = scope.column(Type.ID, cast.column()).field();
    return new Column(field.cast(SQLDataType.VARCHAR), type, type.name());
  }
}
