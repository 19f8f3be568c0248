package dev.croft.isolation;

import dev.croft.exception.RowCountException;
import java.util.UUID;
import org.jooq.RecordContext;
import org.jooq.RecordListener;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.TableRecord;
import org.jooq.exception.DataChangedException;

/**
 * Gives a record that is about to be inserted its tenant, so that it knows its own key, and says so
 * when a record was not written.
 */
final class TenantStamp implements RecordListener {
  private final TenantId tenant;

  TenantStamp(TenantId tenant) {
    this.tenant = tenant;
  }

  @Override
  public void insertStart(RecordContext context) {
    stamp(context);
  }

  @Override
  public void mergeStart(RecordContext context) {
    stamp(context);
  }

  /** jOOQ says only that a record was not written; the settings make it say that. */
  @Override
  public void exception(RecordContext context) {
    if (context.exception() instanceof DataChangedException
        && context.record() instanceof TableRecord<?> row) {
      throw new RowCountException(Tables.name(tableOf(row)), 1, 0);
    }
  }

  private void stamp(RecordContext context) {
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
