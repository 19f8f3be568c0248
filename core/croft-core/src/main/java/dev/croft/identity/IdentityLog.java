package dev.croft.identity;

import dev.croft.audit.AuditObject;
import dev.croft.audit.NewAuditEntry;
import java.util.Map;
import java.util.UUID;

/** The entries that changes of tenants, people and memberships leave in the audit logs. */
final class IdentityLog {
  private IdentityLog() {}

  static NewAuditEntry tenant(String action, UUID id) {
    return NewAuditEntry.of("tenant:" + action, new AuditObject("tenant", id));
  }

  /** Of a person no more than the id: what tells who they are stays in its own table. */
  static NewAuditEntry user(String action, UserId id) {
    return NewAuditEntry.of("user:" + action, new AuditObject("user", id.value()));
  }

  static NewAuditEntry membership(String action, UserId member) {
    return NewAuditEntry.of("membership:" + action, new AuditObject("membership", member.value()));
  }

  static NewAuditEntry role(String action, UUID id) {
    return NewAuditEntry.of("role:" + action, new AuditObject("role", id));
  }

  static Map<String, String> state(Membership membership) {
    return Map.of("is_active", Boolean.toString(membership.isActive()));
  }

  static Map<String, String> state(Tenant tenant) {
    return Map.of(
        "name", tenant.name(),
        "slug", tenant.slug(),
        "is_active", Boolean.toString(tenant.isActive()));
  }
}
