package dev.croft.testkit.assertion;

import dev.croft.isolation.TenantId;
import dev.croft.session.TenantSession;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ListAssert;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;

/** Assertions about the rows of a table that a tenant's session sees. */
public final class RowsAssert<R extends Record> extends ListAssert<R> {
  private final TenantId tenant;
  private final TableField<?, UUID> tenantColumn;

  private RowsAssert(List<R> rows, TenantId tenant, TableField<?, UUID> tenantColumn) {
    super(rows);
    this.tenant = tenant;
    this.tenantColumn = tenantColumn;
  }

  static <R extends Record> RowsAssert<R> of(TenantSession session, Table<R> table) {
    TableField<?, UUID> column = TenantColumn.of(table);
    List<R> rows = session.dsl().selectFrom(table).fetch();
    return new RowsAssert<>(rows, session.tenant(), column);
  }

  /**
   * Asserts that there are rows, and that none belongs to another tenant than the session's.
   *
   * @return this
   */
  public RowsAssert<R> areOfOneTenant() {
    isNotEmpty();
    long others =
        actual.stream()
            .filter(row -> !Objects.equals(row.get(tenantColumn), tenant.value()))
            .count();
    if (others > 0) {
      failWithMessage(
          "%d of %d rows that tenant %s sees belong to another tenant.",
          others, actual.size(), tenant);
    }
    return this;
  }
}
