package dev.croft.audit;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * An entry to be appended. Who did it, when, and by which login is not for the caller to say.
 *
 * <p>Entries are kept for years and shown to administrators: they hold ids, names of roles and
 * states, never a secret and never what tells who a person is.
 *
 * @param action what was done, as {@code resource:action}
 * @param object what it was done to
 * @param reason why it was done; may be empty in the log of a tenant
 * @param before what changed, as it was: names of columns, and values
 * @param after what changed, as it is since: names of columns, and values
 */
public record NewAuditEntry(
    String action,
    AuditObject object,
    String reason,
    Map<String, String> before,
    Map<String, String> after) {
  private static final Pattern ACTION = Pattern.compile("[a-z][a-z0-9_]*:[a-z][a-z0-9_]*");

  public NewAuditEntry {
    requireNonNull(object, "object");
    requireNonNull(reason, "reason");
    if (!ACTION.matcher(action).matches()) {
      throw new IllegalArgumentException(
          "An action is named resource:action in lower case, as in role:create.");
    }
    before = Map.copyOf(before);
    after = Map.copyOf(after);
  }

  /** An entry without a reason and without a change of values. */
  public static NewAuditEntry of(String action, AuditObject object) {
    return new NewAuditEntry(action, object, "", Map.of(), Map.of());
  }

  /** This entry, with the reason why it was done. */
  public NewAuditEntry because(String newReason) {
    return new NewAuditEntry(action, object, newReason, before, after);
  }

  /** This entry, with what there was and is no more. */
  public NewAuditEntry from(Map<String, String> values) {
    return new NewAuditEntry(action, object, reason, values, after);
  }

  /** This entry, with what there is since. */
  public NewAuditEntry to(Map<String, String> values) {
    return new NewAuditEntry(action, object, reason, before, values);
  }

  /** Without the reason and the values. */
  @Override
  public String toString() {
    return "NewAuditEntry[action=%s, object=%s]".formatted(action, object);
  }
}
