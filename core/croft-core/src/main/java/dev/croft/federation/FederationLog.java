package dev.croft.federation;

import dev.croft.audit.AuditObject;
import dev.croft.audit.NewAuditEntry;
import java.util.Map;

/** The entries that changes of how people sign in elsewhere leave in the audit logs. */
final class FederationLog {
  private FederationLog() {}

  /** Of the identity no more than ids and the provider. */
  static NewAuditEntry identity(String action, UserIdentity identity) {
    return NewAuditEntry.of("user:" + action, new AuditObject("user", identity.userId().value()))
        .to(
            Map.of(
                "user_identity_id", identity.id().toString(),
                "provider", identity.subject().provider()));
  }

  static NewAuditEntry connection(String action, SsoConnectionId id) {
    return NewAuditEntry.of(
        "sso_connection:" + action, new AuditObject("sso_connection", id.value()));
  }

  static Map<String, String> state(SsoConnection connection) {
    return Map.of(
        "protocol", connection.protocol().value(),
        "issuer", connection.issuer(),
        "audience", connection.audience(),
        "is_active", Boolean.toString(connection.isActive()));
  }
}
