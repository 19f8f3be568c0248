package dev.croft.isolation;

import java.util.UUID;
import org.jooq.TableField;

/**
 * Whose rows a table holds: the {@code @scope} tag of its comment in the catalogue, as the code
 * generator read it.
 */
public sealed interface TableScope {

  /** Rows of one tenant each. */
  record TenantRows(TableField<?, UUID> tenantColumn) implements TableScope {}

  /**
   * Rows that several tenants know: a tenant sees a row only where {@code link}, a table of tenant
   * scope, holds a row of that tenant that refers to it.
   */
  record SharedRows(
      TableField<?, UUID> id,
      TableField<?, UUID> linkReference,
      TableField<?, UUID> linkTenantColumn)
      implements TableScope {}

  /** Reference data: every tenant reads it, only the system writes it. */
  record GlobalRows() implements TableScope {}

  /** Never visible to a tenant session. */
  record SystemRows() implements TableScope {}

  /** Rows of one tenant each, told apart by {@code tenantColumn}. */
  static TableScope tenant(TableField<?, UUID> tenantColumn) {
    return new TenantRows(tenantColumn);
  }

  /** Rows that a tenant sees only through its own rows of the link table. */
  static TableScope shared(
      TableField<?, UUID> id,
      TableField<?, UUID> linkReference,
      TableField<?, UUID> linkTenantColumn) {
    return new SharedRows(id, linkReference, linkTenantColumn);
  }

  /** Reference data. */
  static TableScope global() {
    return new GlobalRows();
  }

  /** Out of every tenant's sight. */
  static TableScope system() {
    return new SystemRows();
  }
}
