package dev.croft.billing;

import static dev.croft.schema.public_.Tables.TENANTS;

import dev.croft.exception.NotFoundException;
import dev.croft.isolation.TenantId;
import org.jooq.DSLContext;

/** Lets one caller at a time see what a tenant lacks and add it, as the baseline does. */
final class TenantLock {
  private TenantLock() {}

  /** Up to the end of the transaction; who only refers to the tenant does not wait. */
  static void take(DSLContext dsl, TenantId tenant) {
    if (dsl.select(TENANTS.ID)
        .from(TENANTS)
        .where(TENANTS.ID.eq(tenant.value()))
        .forNoKeyUpdate()
        .fetch()
        .isEmpty()) {
      throw new NotFoundException("tenant", tenant.toString());
    }
  }
}
