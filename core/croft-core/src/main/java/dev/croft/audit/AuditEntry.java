package dev.croft.audit;

import static java.util.Objects.requireNonNull;

import dev.croft.session.Actor;
import java.time.Instant;
import java.util.Map;

/**
 * An entry of an audit log. Entries do not change.
 *
 * @param createdAt when the transaction that wrote it began, as the server says
 * @param loginRole the login of the database that wrote it, as the server says
 * @param actor who did it, as the application says
 * @param action what was done, as {@code resource:action}
 * @param object what it was done to
 * @param reason why it was done; may be empty in the log of a tenant
 * @param before what changed, as it was: names of columns, and values
 * @param after what changed, as it is since: names of columns, and values
 */
public record AuditEntry(
    AuditEntryId id,
    Instant createdAt,
    String loginRole,
    Actor actor,
    String action,
    AuditObject object,
    String reason,
    Map<String, String> before,
    Map<String, String> after) {
  public AuditEntry {
    requireNonNull(id, "id");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(loginRole, "loginRole");
    requireNonNull(actor, "actor");
    requireNonNull(action, "action");
    requireNonNull(object, "object");
    requireNonNull(reason, "reason");
    before = Map.copyOf(before);
    after = Map.copyOf(after);
  }

  /** Without what people wrote in it, and the values. */
  @Override
  public String toString() {
    return "AuditEntry[id=%s, createdAt=%s]".formatted(id, createdAt);
  }
}
