package dev.croft.oracle;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;

/** Lets one record live: made, found, changed, deleted. */
final class RecordLife {
  private final DSLContext dsl;
  private final Building building;

  RecordLife(DSLContext dsl, Building building) {
    this.dsl = dsl;
    this.building = building;
  }

  String run(Statement.Row row) {
    return switch (row.life()) {
      case INSERTED -> made(row).insert() + " inserted";
      case STORED -> made(row).store() + " stored";
      case UPDATED, REFRESHED, DELETED -> found(row);
    };
  }

  private UpdatableRecord<?> made(Statement.Row row) {
    InsertBuilder inserts = new InsertBuilder(building);
    Write.Owner owner = owner(row);
    return record(
        dsl,
        row.target(),
        inserts.fields(row.target(), owner),
        inserts.values(row.target(), row.row(), owner));
  }

  /** The tenant that a new record names. */
  static Write.Owner owner(Statement.Row row) {
    List<Write.Owner> owners = List.of(Write.Owner.values());
    return owners.get(row.row().number() % owners.size());
  }

  @SuppressWarnings("unchecked")
  static UpdatableRecord<?> record(
      DSLContext dsl, Entity target, List<Field<?>> fields, List<Object> values) {
    Record record = dsl.newRecord(target.table());
    for (int i = 0; i < fields.size(); i++) {
      record.set((Field<Object>) fields.get(i), values.get(i));
    }
    return (UpdatableRecord<?>) record;
  }

  /** The first of its kind, for whoever looks. */
  private String found(Statement.Row row) {
    Table<?> table = row.target().table();
    Field<?> id = row.target().key().get(1);
    Record found =
        dsl.selectFrom(table)
            .where(id.cast(UUID.class).eq(Ids.known(table.getName(), row.row().reference())))
            .orderBy(row.target().key())
            .limit(1)
            .fetchOne();
    return found == null ? "not found" : changed(row, (UpdatableRecord<?>) found);
  }

  @SuppressWarnings("unchecked")
  private static String changed(Statement.Row row, UpdatableRecord<?> record) {
    if (row.life() == Statement.Life.DELETED) {
      return record.delete() + " deleted";
    }
    if (row.life() == Statement.Life.UPDATED) {
      Field<?> field = Scope.pick(row.target().assignable(), row.row().text(), DSL.noField());
      Column column = Column.of(row.target().table(), field, field).orElseThrow();
      record.set(
          (Field<Object>) field, Column.value(column.type(), column.domain(), row.row().number()));
      return record.update() + " updated";
    }
    record.refresh();
    return "refreshed " + Objects.toString(record.get(row.target().key().get(1)));
  }
}
