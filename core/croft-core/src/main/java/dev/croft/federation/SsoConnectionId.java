package dev.croft.federation;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies one connection of a tenant. */
public record SsoConnectionId(UUID value) {
  public SsoConnectionId {
    requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
