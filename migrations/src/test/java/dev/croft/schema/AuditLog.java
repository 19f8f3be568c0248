package dev.croft.schema;

import java.util.UUID;

/** Entries of both audit logs, as SQL. */
final class AuditLog {
  private AuditLog() {}

  /** An entry on work across tenants. */
  static String entry(String action) {
    return """
        insert into admin.audit_log (actor_kind, actor, action, object_kind, object_id, reason)
        values ('service', 'ops', '%s', 'role', croft.uuid_v7(), 'a test')"""
        .formatted(action);
  }

  /** An entry in the log of a tenant. */
  static String entry(UUID tenant, String action) {
    return """
        insert into public.tenant_audit_log
          (tenant_id, actor_kind, actor, action, object_kind, object_id)
        values ('%s', 'service', 'ops', '%s', 'role', croft.uuid_v7())"""
        .formatted(tenant, action);
  }
}
