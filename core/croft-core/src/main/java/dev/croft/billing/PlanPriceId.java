package dev.croft.billing;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies one price of a plan. */
public record PlanPriceId(UUID value) {
  public PlanPriceId {
    requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
