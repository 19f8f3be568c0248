package dev.croft.isolation;

import java.util.UUID;
import org.jooq.RecordContext;
import org.jooq.RecordListener;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.TableRecord;

/** Gives a record that is about to be inserted its tenant, so that it knows its own key. */
final class TenantStamp implements RecordListener {
  private final TenantId tenant;

  TenantStamp(TenantId tenant) {
    this.tenant = tenant;
  }

  @Override
  public void insertStart(RecordContext context) {
    if (context.record() instanceof TableRecord<?> row && tableOf(row) instanceof ScopedTable t) {
      stamp(row, t.scope());
    }
  }

  private static Table<?> tableOf(TableRecord<?> row) {
    return row.getTable();
  }

  private void stamp(TableRecord<?> row, TableScope scope) {
    if (scope instanceof TableScope.TenantRows rows) {
      TableField<?, UUID> column = rows.tenantColumn();
      if (row.get(column) == null) {
        row.set(column, tenant.value());
      }
    }
  }
}
