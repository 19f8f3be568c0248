package dev.croft.access;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies one role of a tenant. */
public record RoleId(UUID value) {
  public RoleId {
    requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
