package dev.croft.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.InsertOnDuplicateStep;
import org.jooq.InsertReturningStep;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Builds INSERTs. */
final class InsertBuilder {
  private final Building building;

  InsertBuilder(Building building) {
    this.building = building;
  }

  InsertReturningStep<Record> insert(Write.Insert insert, List<Field<?>> returned) {
    Entity target = insert.target();
    List<List<Object>> rows =
        insert.rows().stream().map(row -> values(target, row, insert.owner())).toList();
    addReturned(insert, returned);
    var step = building.dsl().insertInto(target.records(), fields(target, insert.owner()));
    for (List<Object> row : rows) {
      step = step.values(row);
    }
    return conflict(insert.conflict(), target, step);
  }

  /** One new row for each project or task that the query selects, told apart by their keys. */
  InsertReturningStep<Record> insert(Write.InsertSelect insert, List<Field<?>> returned) {
    Entity target = insert.target();
    Write.Owner owner = selectable(insert.owner());
    Commons commons = new Commons(false);
    Table<Record> rows =
        building
            .queries()
            .select(insert.query(), List.of(Type.NUMBER, Type.ID), null, commons)
            .asTable(building.name("q"));
    addReturned(insert, returned);
    Field<Integer> number = DSL.coalesce(rows.field(0, Integer.class), 0);
    List<Field<?>> values = selected(target, owner, number, insert.query().limit());
    var select = DSL.selectDistinct(values).from(rows);
    List<Field<?>> fields = fields(target, owner);
    return conflict(
        insert.conflict(),
        target,
        commons.isEmpty()
            ? building.dsl().insertInto(target.records(), fields).select(select)
            : commons.with(building.dsl()).insertInto(target.records(), fields).select(select));
  }

  /** A tenant that is selected is checked by the database, to which none is not the own. */
  private static Write.Owner selectable(Write.Owner owner) {
    return owner == Write.Owner.NULL ? Write.Owner.OWN : owner;
  }

  private void addReturned(Write insert, List<Field<?>> returned) {
    Scope scope = Scope.empty();
    SourceBuilder.generated(insert.target().table(), scope);
    building.writes().addReturned(insert, scope, new Commons(false), returned);
  }

  List<Field<?>> fields(Entity target, Write.Owner owner) {
    List<Field<?>> fields = new ArrayList<>(target.given());
    if (building.namesTenant(owner)) {
      fields.addFirst(target.tenantColumn());
    }
    return fields;
  }

  List<Object> values(Entity target, Write.NewRow row, Write.Owner owner) {
    List<Object> values = new ArrayList<>();
    if (building.namesTenant(owner)) {
      values.add(building.tenant(owner, row.number()));
    }
    target.given().forEach(field -> values.add(value(target, field, row)));
    return values;
  }

  /** References may be strange, and then break a key; so may the key of the row itself. */
  private static Object value(Entity target, Field<?> field, Write.NewRow row) {
    Column column = Column.of(target.table(), field, field).orElseThrow();
    return switch (column.type()) {
      case ID -> field.getName().equals("id") ? key(column, row.key()) : reference(column, row);
      case TEXT -> text(field, row);
      case NUMBER -> row.number() - 1;
    };
  }

  /** Mostly new. */
  private static UUID key(Column column, int number) {
    return number % 3 == 0 ? Ids.known(column.domain(), number / 3) : Ids.strange(number);
  }

  private static UUID reference(Column column, Write.NewRow row) {
    return Ids.known(column.domain(), row.reference());
  }

  private static String text(Field<?> field, Write.NewRow row) {
    return field.getName() + " " + row.text();
  }

  /** Two rows never get the same key, so that none meets another whatever their order. */
  private List<Field<?>> selected(
      Entity target, Write.Owner owner, Field<Integer> number, int chosen) {
    Write.NewRow row = new Write.NewRow(3 * chosen, chosen, chosen, 1);
    List<Object> fixed = values(target, row, owner);
    List<Field<?>> fields = fields(target, owner);
    List<Field<?>> values = new ArrayList<>();
    IntStream.range(0, fields.size())
        .forEach(i -> values.add(selected(target, fields.get(i), fixed.get(i), number)));
    return values;
  }

  private static Field<?> selected(
      Entity target, Field<?> field, Object fixed, Field<Integer> number) {
    if (field.getType().equals(String.class)) {
      return DSL.concat(DSL.inline(field.getName() + " "), number);
    }
    boolean isKey = field.getName().equals("id") && target != Entity.TAG;
    return isKey
        ? DSL.md5(number.cast(String.class)).cast(UUID.class)
        : DSL.val(fixed, field.getDataType());
  }

  private static InsertReturningStep<Record> conflict(
      Write.Conflict conflict, Entity target, InsertOnDuplicateStep<Record> step) {
    List<Field<?>> key = List.copyOf(target.key());
    Field<?> changed = target.assignable().getFirst();
    Map<Field<?>, Object> text = Map.of(changed, Column.literal(type(changed), "", 3).field());
    Map<Field<?>, Object> excluded = Map.of(changed, DSL.excluded(changed));
    return switch (conflict) {
      case FAILS -> step;
      case IGNORED -> step.onConflictDoNothing();
      case IGNORED_ON_KEY -> step.onConflict(key).doNothing();
      case UPDATES -> step.onConflict(key).doUpdate().set(text);
      case UPDATES_FROM_EXCLUDED -> step.onConflict(key).doUpdate().set(excluded);
      case UPDATES_WHERE -> step.onConflict(key).doUpdate().set(text).where(changed.isNotNull());
    };
  }

  private static Type type(Field<?> field) {
    return Type.of(field).orElseThrow();
  }
}
