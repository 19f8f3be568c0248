package dev.croft.audit;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies one entry of an audit log. */
public record AuditEntryId(UUID value) {
  public AuditEntryId {
    requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
