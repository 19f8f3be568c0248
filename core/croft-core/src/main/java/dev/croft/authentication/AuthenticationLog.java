package dev.croft.authentication;

import dev.croft.audit.AuditObject;
import dev.croft.audit.NewAuditEntry;
import dev.croft.audit.SystemAuditLogRepository;
import dev.croft.identity.UserId;
import dev.croft.session.SystemSession;
import java.util.Map;
import java.util.UUID;

/** The entries that changes of how people sign in leave in the log of the system. */
record AuthenticationLog(SystemAuditLogRepository log) {

  /** The log of a transaction: what is recorded is committed with what was done. */
  static AuthenticationLog of(SystemSession transaction) {
    return new AuthenticationLog(SystemAuditLogRepository.in(transaction));
  }

  void user(String action, UserId user) {
    log.append(entry(action, user));
  }

  private static NewAuditEntry entry(String action, UserId user) {
    return NewAuditEntry.of("user:" + action, new AuditObject("user", user.value()));
  }

  void revoked(UUID session, UUID user) {
    log.append(
        NewAuditEntry.of("session:revoke", new AuditObject("session", session))
            .from(Map.of("user_id", user.toString())));
  }

  void revokedSessions(UserId user, int sessions) {
    log.append(entry("revoke_sessions", user).from(Map.of("sessions", Integer.toString(sessions))));
  }

  void impersonated(UserSession session, UserId impersonator, String reason) {
    log.append(
        entry("impersonate", session.userId())
            .because(reason)
            .to(
                Map.of(
                    "session_id", session.id().toString(),
                    "impersonator_id", impersonator.toString())));
  }
}
