package dev.croft.placement;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies an instance of PostgreSQL on which tenants can be placed. */
public record ComputeId(UUID value) {
  public ComputeId {
    requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
