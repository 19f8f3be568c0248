package dev.croft.billing;

import static java.util.Objects.requireNonNull;

/**
 * How much of something a tenant may have.
 *
 * @param isOverride whether it was given to the tenant, whatever its plan says
 */
public record LimitInEffect(Limit limit, Maximum maximum, boolean isOverride) {
  public LimitInEffect {
    requireNonNull(limit, "limit");
    requireNonNull(maximum, "maximum");
  }
}
