package dev.croft.testkit.assertion;

import dev.croft.isolation.ScopedTable;
import dev.croft.isolation.TableScope;
import dev.croft.testkit.TestkitException;
import java.util.UUID;
import org.jooq.Table;
import org.jooq.TableField;

/** Finds the column that says whose a row is. */
final class TenantColumn {
  private TenantColumn() {}

  static TableField<?, UUID> of(Table<?> table) {
    if (table instanceof ScopedTable scoped
        && scoped.scope() instanceof TableScope.TenantRows rows) {
      return rows.tenantColumn();
    }
    throw new TestkitException(
        "Nothing was asserted about the rows of " + table.getName(),
        "it is not a generated table of tenant scope",
        "Give a table that croft.tenant_table() fenced, from the classes that the build"
            + " generates.");
  }
}
