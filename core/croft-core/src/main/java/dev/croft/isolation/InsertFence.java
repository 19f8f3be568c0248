package dev.croft.isolation;

import dev.croft.exception.TenantViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Row;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;

/** Stamps the tenant on rows that an INSERT adds, and refuses rows of another tenant. */
final class InsertFence {
  private final StatementState state;

  InsertFence(StatementState state) {
    this.state = state;
  }

  QOM.Insert<?> fence(QOM.Insert<?> given) {
    QOM.Insert<?> insert = new UpsertFence(state).fence(given);
    Field<?> tenantColumn = Writes.check(insert.$into()).tenantColumn();
    if (insert.$defaultValues()) {
      throw StatementKinds.refused("INSERT … DEFAULT VALUES", "INSERT with columns and values");
    }
    int position = position(insert.$columns(), tenantColumn);
    Select<?> select = insert.$select();
    if (select != null) {
      return position < 0
          ? stampSelect(insert, select, tenantColumn)
          : guardSelect(insert, select, position);
    }
    return position < 0 ? stamp(insert, tenantColumn) : checked(insert, position);
  }

  private static int position(List<? extends Field<?>> columns, Field<?> tenantColumn) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).getName().equalsIgnoreCase(tenantColumn.getName())) {
        return i;
      }
    }
    return -1;
  }

  private QOM.Insert<?> stamp(QOM.Insert<?> insert, Field<?> tenantColumn) {
    List<Field<?>> columns = new ArrayList<>(insert.$columns());
    columns.addFirst(tenantColumn);
    List<Row> rows = new ArrayList<>();
    for (Row row : insert.$values()) {
      List<Field<?>> values = new ArrayList<>(List.of(row.fields()));
      values.addFirst(state.parameter());
      rows.add(DSL.row(values));
    }
    return insert.$columns(columns).$values(rows);
  }

  /** The tenant is prepended by a query of its own, so that any SELECT, also a UNION, will do. */
  private QOM.Insert<?> stampSelect(QOM.Insert<?> insert, Select<?> select, Field<?> tenantColumn) {
    List<Field<?>> columns = new ArrayList<>(insert.$columns());
    Table<?> rows = rows(select, columns);
    columns.addFirst(tenantColumn);
    return insert
        .$columns(columns)
        .$select(DSL.select(state.parameter()).select(rows.fields()).from(rows));
  }

  private QOM.Insert<?> guardSelect(QOM.Insert<?> insert, Select<?> select, int position) {
    Table<?> rows = rows(select, insert.$columns());
    List<Field<?>> values = new ArrayList<>(List.of(rows.fields()));
    values.set(position, ownOrNull(values.get(position)));
    return insert.$select(DSL.select(values).from(rows));
  }

  /** Named after the columns they go to, because values that are computed have no names. */
  private static Table<?> rows(Select<?> select, List<? extends Field<?>> columns) {
    return select.asTable(
        "croft_rows", columns.stream().map(Field::getName).toArray(String[]::new));
  }

  /**
   * For a tenant that only the database will know: any but the session's becomes NULL, which the
   * column does not take.
   */
  @SuppressWarnings("unchecked")
  private Field<UUID> ownOrNull(Field<?> given) {
    return DSL.when(((Field<UUID>) given).eq(state.parameter()), state.parameter());
  }

  private QOM.Insert<?> checked(QOM.Insert<?> insert, int position) {
    List<Row> rows = new ArrayList<>();
    boolean replaced = false;
    for (Row row : insert.$values()) {
      List<Field<?>> values = new ArrayList<>(List.of(row.fields()));
      replaced |= check(insert.$into(), values, position);
      rows.add(DSL.row(values));
    }
    return replaced ? insert.$values(rows) : insert;
  }

  /** Whether the row's value was replaced. */
  private boolean check(Table<?> table, List<Field<?>> values, int position) {
    if (!(values.get(position) instanceof Param<?> param)) {
      throw refused(table, "the tenant is given by an expression");
    }
    if (param.getValue() != null && !state.tenant().value().equals(param.getValue())) {
      throw refused(table, "the row names another tenant than the session's");
    }
    if (state.isBatch()) {
      values.set(position, bound(param));
    } else if (param.getValue() == null) {
      values.set(position, state.parameter());
    }
    return state.isBatch() || param.getValue() == null;
  }

  /** A batch binds other values than the one that was checked, and by position. */
  @SuppressWarnings("unchecked")
  private Field<UUID> bound(Param<?> param) {
    return ownOrNull(DSL.coalesce((Param<UUID>) param, state.parameter()));
  }

  private static TenantViolationException refused(Table<?> table, String facts) {
    return new TenantViolationException(
        Tables.name(table), facts, "Leave the tenant out: the session stamps its own.");
  }
}
