package dev.croft.testkit.contract;

import static java.util.Objects.requireNonNull;

import dev.croft.exception.DatabaseException;
import dev.croft.exception.TenantViolationException;
import dev.croft.isolation.TableScope.TenantRows;
import dev.croft.session.TenantSession;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Through a tenant's session and the generated class of the table. */
record SessionAccess(TenantSession session, Table<?> table, TenantRows scope, TableShape shape)
    implements Access {

  @Override
  public List<UUID> tenantsOfRows() {
    return session.dsl().select(scope.tenantColumn()).from(table).fetch(scope.tenantColumn());
  }

  @Override
  public int update(Map<String, String> row) {
    return shape
        .changeableColumn()
        .map(column -> undoneOrNone(dsl -> update(dsl, requireNonNull(table.field(column)), row)))
        .orElse(0);
  }

  private <T> int update(DSLContext dsl, Field<T> field, Map<String, String> row) {
    return dsl.update(table).set(field, field).where(hasKeyOf(row)).execute();
  }

  @Override
  public int delete(Map<String, String> row) {
    return undoneOrNone(dsl -> dsl.deleteFrom(table).where(hasKeyOf(row)).execute());
  }

  private Condition hasKeyOf(Map<String, String> row) {
    return shape.ownKey().stream()
        .map(name -> DSL.cast(table.field(name), SQLDataType.CLOB).eq(row.get(name)))
        .reduce(DSL.noCondition(), Condition::and);
  }

  @Override
  public String insert(Map<String, String> row) {
    Map<Field<?>, Object> values = new LinkedHashMap<>();
    Arrays.stream(table.fields())
        .filter(field -> row.containsKey(field.getName()))
        .forEach(field -> values.put(field, value(field, row.getOrDefault(field.getName(), ""))));
    try {
      undone(dsl -> dsl.insertInto(table).set(values).execute());
      return "";
    } catch (DatabaseException e) {
      return e.getClass().getSimpleName();
    }
  }

  private Object value(Field<?> field, String text) {
    return field.getType() == UUID.class ? UUID.fromString(text) : DSL.val(text).cast(field);
  }

  @Override
  public String refusal() {
    return TenantViolationException.class.getSimpleName();
  }

  private int undoneOrNone(ToIntFunction<DSLContext> work) {
    try {
      return undone(work);
    } catch (DatabaseException e) {
      return 0;
    }
  }

  private int undone(ToIntFunction<DSLContext> work) {
    return Undone.in(session, tx -> work.applyAsInt(tx.dsl()));
  }
}
