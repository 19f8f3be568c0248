package dev.croft.session;

import static dev.croft.schema.admin.Tables.AUDIT_LOG;
import static org.jooq.impl.DSL.jsonbObject;
import static org.jooq.impl.DSL.key;

import org.jooq.DSLContext;
import org.jooq.JSONEntry;

/** The entries that a system session leaves in {@code admin.audit_log} by itself. */
record SystemJournal(SystemPurpose purpose) {
  private static final String OBJECT_KIND = "system_session";

  void opened(DSLContext dsl) {
    write(dsl, "open");
  }

  /** In the transaction that writes, so that neither is committed without the other. */
  void writes(DSLContext dsl) {
    write(dsl, "write");
  }

  void beginsWithTenants(DSLContext dsl, boolean writes) {
    write(dsl, "each_tenant", key("writes").value(Boolean.toString(writes)));
  }

  void endsWithTenants(DSLContext dsl, TenantReport report) {
    write(
        dsl,
        "each_tenant_end",
        key("succeeded").value(Integer.toString(report.succeeded().size())),
        key("failed").value(Integer.toString(report.failed().size())));
  }

  private void write(DSLContext dsl, String action, JSONEntry<?>... after) {
    dsl.insertInto(AUDIT_LOG)
        .set(AUDIT_LOG.ACTOR_KIND, purpose.actor().kind().value())
        .set(AUDIT_LOG.ACTOR, purpose.actor().name())
        .set(AUDIT_LOG.ACTION, OBJECT_KIND + ":" + action)
        .set(AUDIT_LOG.OBJECT_KIND, OBJECT_KIND)
        .set(AUDIT_LOG.OBJECT_ID, purpose.id())
        .set(AUDIT_LOG.REASON, purpose.reason())
        .set(AUDIT_LOG.AFTER, jsonbObject(after))
        .execute();
  }
}
