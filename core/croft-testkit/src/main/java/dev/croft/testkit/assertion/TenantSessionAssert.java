package dev.croft.testkit.assertion;

import static java.util.Objects.requireNonNull;

import dev.croft.session.TenantSession;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.AbstractAssert;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Assertions about what a tenant's session is kept from. */
public final class TenantSessionAssert extends AbstractAssert<TenantSessionAssert, TenantSession> {
  TenantSessionAssert(TenantSession session) {
    super(session, TenantSessionAssert.class);
  }

  /**
   * Asserts that this session finds none of the rows that {@code other} has in {@code table}:
   * neither among all rows, nor by their keys. It fails where the other has no row, because then
   * nothing would be shown.
   */
  public TenantSessionAssert cannotSee(TenantSession other, Table<?> table) {
    isNotNull();
    Field<UUID> tenantColumn = TenantColumn.of(table);
    List<? extends Record> theirs = other.dsl().selectFrom(table).fetch();
    if (theirs.isEmpty()) {
      failWithMessage(
          "Tenant %s has no row of %s, so that %s sees none shows nothing. Create one first.",
          other.tenant(), name(table), actual.tenant());
    }
    int amongAll = actual.dsl().fetchCount(table, tenantColumn.eq(DSL.val(other.tenant().value())));
    if (amongAll > 0) {
      fail(amongAll, theirs.size(), other, table);
    }
    checkKeys(other, table, theirs);
    return this;
  }

  private void checkKeys(TenantSession other, Table<?> table, List<? extends Record> theirs) {
    Condition keys =
        theirs.stream().map(row -> key(table, row)).reduce(DSL.noCondition(), Condition::or);
    int found = actual.dsl().fetchCount(table, keys);
    if (found > 0) {
      fail(found, theirs.size(), other, table);
    }
  }

  private void fail(int found, int rows, TenantSession other, Table<?> table) {
    failWithMessage(
        "Tenant %s sees %d of the %d rows that tenant %s has in %s.",
        actual.tenant(), found, rows, other.tenant(), name(table));
  }

  private static Condition key(Table<?> table, Record row) {
    return requireNonNull(table.getPrimaryKey()).getFields().stream()
        .map(field -> equal(field, row))
        .reduce(DSL.noCondition(), Condition::and);
  }

  private static <T> Condition equal(Field<T> field, Record row) {
    return field.eq(row.get(field));
  }

  private static String name(Table<?> table) {
    return "%s.%s".formatted(requireNonNull(table.getSchema()).getName(), table.getName());
  }
}
