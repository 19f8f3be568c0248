package dev.croft.billing;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies one plan. */
public record PlanId(UUID value) {
  public PlanId {
    requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
