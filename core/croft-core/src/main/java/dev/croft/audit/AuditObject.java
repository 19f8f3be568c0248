package dev.croft.audit;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What something was done to.
 *
 * @param kind what kind of thing it is, in lower case, for example {@code role}
 * @param id the id of the thing; for a membership, that of the member
 */
public record AuditObject(String kind, UUID id) {
  private static final Pattern FORMAT = Pattern.compile("[a-z][a-z0-9_]*");

  public AuditObject {
    requireNonNull(id, "id");
    if (!FORMAT.matcher(kind).matches()) {
      throw new IllegalArgumentException(
          "The kind of an object is lower case letters, digits and underscores, as in user_role.");
    }
  }
}
