package dev.croft.session;

import static dev.croft.schema.public_.Tables.TENANTS;

import dev.croft.isolation.TenantId;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** The tenants that are not deleted, page by page, oldest first. */
record TenantList(SystemSession session, boolean includesSuspended) {
  private static final int PAGE_SIZE = 500;

  int count() {
    return session.dsl().fetchCount(TENANTS, isWanted());
  }

  /** Those after {@code last}, or the first; empty after the last one. */
  List<TenantId> page(Optional<TenantId> last) {
    Condition isAfter = last.map(id -> TENANTS.ID.gt(id.value())).orElseGet(DSL::noCondition);
    return session
        .dsl()
        .select(TENANTS.ID)
        .from(TENANTS)
        .where(isWanted().and(isAfter))
        .orderBy(TENANTS.ID)
        .limit(PAGE_SIZE)
        .fetch(row -> new TenantId(row.value1()));
  }

  private Condition isWanted() {
    Condition exists = TENANTS.DELETED_AT.isNull();
    return includesSuspended ? exists : exists.and(TENANTS.IS_ACTIVE);
  }
}
