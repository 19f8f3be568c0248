package dev.croft.billing;

import static java.util.Objects.requireNonNull;

/**
 * A way to pay for a plan. It is never changed, as the prices of providers are not: another amount
 * is another price, and who subscribed before stays at the old one.
 *
 * @param plan the name of the plan
 * @param isActive whether a tenant can still subscribe at it; one price a plan and interval at most
 */
public record PlanPrice(
    PlanPriceId id, PlanId planId, String plan, BillingInterval interval, boolean isActive) {
  public PlanPrice {
    requireNonNull(id, "id");
    requireNonNull(planId, "planId");
    requireNonNull(plan, "plan");
    requireNonNull(interval, "interval");
  }

  /** Without the name of the plan. */
  @Override
  public String toString() {
    return "PlanPrice[id=%s, planId=%s, interval=%s]".formatted(id, planId, interval);
  }
}
