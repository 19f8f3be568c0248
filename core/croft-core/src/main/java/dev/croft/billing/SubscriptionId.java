package dev.croft.billing;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies one subscription of a tenant. */
public record SubscriptionId(UUID value) {
  public SubscriptionId {
    requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
