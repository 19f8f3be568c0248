package dev.croft.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DeleteReturningStep;
import org.jooq.DeleteUsingStep;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jooq.UpdateReturningStep;
import org.jooq.UpdateSetFirstStep;
import org.jooq.UpdateSetMoreStep;

/** Builds statements that change rows. */
final class WriteBuilder {
  /** The types of what a statement returns of the rows that it changed. */
  private static final List<Type> RETURNED = List.of(Type.ID, Type.TEXT, Type.NUMBER);

  private final Building building;

  WriteBuilder(Building building) {
    this.building = building;
  }

  /** Returns rows if {@code write} asks for any. */
  Query build(Write write) {
    if (!write.returning().isEmpty()) {
      return returning(write);
    }
    return switch (write) {
      case Write.Update update -> update(update, new ArrayList<>());
      case Write.Delete delete -> delete(delete, new ArrayList<>());
      case Write.Insert insert -> new InsertBuilder(building).insert(insert, new ArrayList<>());
      case Write.InsertSelect insert ->
          new InsertBuilder(building).insert(insert, new ArrayList<>());
    };
  }

  /** Returns rows, asked for or not. */
  ResultQuery<Record> returning(Write write) {
    List<Field<?>> fields = new ArrayList<>();
    return switch (write) {
      case Write.Update update -> update(update, fields).returningResult(fields);
      case Write.Delete delete -> delete(delete, fields).returningResult(fields);
      case Write.Insert insert ->
          new InsertBuilder(building).insert(insert, fields).returningResult(fields);
      case Write.InsertSelect insert ->
          new InsertBuilder(building).insert(insert, fields).returningResult(fields);
    };
  }

  /** Adds to {@code fields} what is returned of {@code write}. */
  void addReturned(Write write, Scope scope, Commons commons, List<Field<?>> fields) {
    for (int i = 0; i < RETURNED.size(); i++) {
      Value value =
          write.returning().isEmpty()
              ? new Value.OfColumn(i)
              : Objects.requireNonNull(write.returning().get(i % write.returning().size()));
      Value allowed =
          value instanceof Value.Windowed || value instanceof Value.OfPath
              ? new Value.OfColumn(i)
              : value;
      Column column = building.values().build(allowed, RETURNED.get(i), scope, commons);
      fields.add(column.field().as("c" + i));
    }
  }

  private UpdateReturningStep<Record> update(Write.Update update, List<Field<?>> returned) {
    Commons commons = new Commons(false);
    Table<Record> target = target(update.target(), update.aliased());
    Scope scope = Scope.empty();
    SourceBuilder.generated(target, scope);
    Scope own = Scope.empty();
    own.addAll(scope);
    List<Table<?>> from = sources(update.from(), scope, commons);
    Map<Field<?>, Object> assigned = assigned(update, target, own, commons);
    Condition where = building.filters().all(update.where(), scope, commons);
    addReturned(update, own, commons, returned);
    UpdateSetFirstStep<Record> first =
        commons.isEmpty()
            ? building.dsl().update(target)
            : commons.with(building.dsl()).update(target);
    UpdateSetMoreStep<Record> set = first.set(assigned);
    return from.isEmpty() ? set.where(where) : set.from(from).where(where);
  }

  /** Never from the tables of the FROM clause: which of several rows it would be is not defined. */
  private Map<Field<?>, Object> assigned(
      Write.Update update, Table<?> target, Scope scope, Commons commons) {
    Map<Field<?>, Object> assigned = new LinkedHashMap<>();
    List<Field<?>> assignable = update.target().assignable();
    for (Write.Assignment assignment : update.assignments()) {
      Field<?> field = Scope.pick(assignable, assignment.column(), assignable.getFirst());
      Column column = Column.of(update.target().table(), field, field).orElseThrow();
      Value value =
          assignment.value() instanceof Value.Scalar || column.type() != Type.ID
              ? assignment.value()
              : new Value.Literal(assignment.column());
      assigned.put(
          Objects.requireNonNull(target.field(field)),
          value instanceof Value.Scalar || value instanceof Value.OfColumn
              ? building.values().build(value, column.type(), scope, commons).field()
              : Column.literal(column.type(), column.domain(), assignment.column()).field());
    }
    return assigned;
  }

  private DeleteReturningStep<Record> delete(Write.Delete delete, List<Field<?>> returned) {
    Commons commons = new Commons(false);
    Table<Record> target = target(delete.target(), delete.aliased());
    Scope scope = Scope.empty();
    SourceBuilder.generated(target, scope);
    Scope own = Scope.empty();
    own.addAll(scope);
    List<Table<?>> using = sources(delete.using(), scope, commons);
    Condition where = building.filters().all(delete.where(), scope, commons);
    addReturned(delete, own, commons, returned);
    DeleteUsingStep<Record> step =
        commons.isEmpty()
            ? building.dsl().delete(target)
            : commons.with(building.dsl()).delete(target);
    return using.isEmpty() ? step.where(where) : step.using(using).where(where);
  }

  /** The target is not in sight of joins and laterals there. */
  private List<Table<?>> sources(List<Source> sources, Scope scope, Commons commons) {
    List<Table<?>> tables = new ArrayList<>();
    for (Source source : sources) {
      Scope own = Scope.empty();
      tables.add(building.sources().build(JoinBuilder.withoutSemiJoin(source), own, commons));
      own.columns().forEach(scope::add);
    }
    return tables;
  }

  private Table<Record> target(Entity entity, boolean aliased) {
    Table<Record> table = entity.records();
    return aliased || !building.takeOwnName(entity) ? table.as(building.name("t")) : table;
  }
}
