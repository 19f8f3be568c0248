package dev.croft.access;

import dev.croft.audit.AuditLogRepository;
import dev.croft.audit.AuditObject;
import dev.croft.audit.NewAuditEntry;
import dev.croft.identity.UserId;
import dev.croft.session.TenantSession;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jooq.DSLContext;

/** The entries that changes of a tenant's roles leave in its audit log. */
final class AccessLog {
  private final AuditLogRepository log;

  private AccessLog(AuditLogRepository log) {
    this.log = log;
  }

  /** The log of a transaction: what is recorded is committed with what was done. */
  static AccessLog of(TenantSession transaction) {
    return new AccessLog(AuditLogRepository.in(transaction));
  }

  /** Runs a statement in a transaction, and records it unless it had no effect. */
  static void recorded(
      TenantSession session, ToIntFunction<DSLContext> statement, Consumer<AccessLog> entry) {
    session.transaction(
        tx -> {
          if (statement.applyAsInt(tx.dsl()) > 0) {
            entry.accept(of(tx));
          }
        });
  }

  void created(Role role) {
    log.append(entry("create", role.id()).to(name(role)));
  }

  void updated(Role before, Role after) {
    log.append(entry("update", after.id()).from(name(before)).to(name(after)));
  }

  void deleted(Role role) {
    log.append(entry("delete", role.id()).from(name(role)));
  }

  void granted(RoleId role, PermissionName permission) {
    log.append(entry("grant", role).to(Map.of("permission", permission.value())));
  }

  void revoked(RoleId role, PermissionName permission) {
    log.append(entry("revoke", role).from(Map.of("permission", permission.value())));
  }

  void assigned(RoleId role, UserId user) {
    log.append(entry("assign", role).to(Map.of("user_id", user.toString())));
  }

  void unassigned(RoleId role, UserId user) {
    log.append(entry("unassign", role).from(Map.of("user_id", user.toString())));
  }

  private static NewAuditEntry entry(String action, RoleId role) {
    return NewAuditEntry.of("role:" + action, new AuditObject("role", role.value()));
  }

  /** Without the description, in which people write what they like. */
  private static Map<String, String> name(Role role) {
    return Map.of("name", role.name());
  }
}
