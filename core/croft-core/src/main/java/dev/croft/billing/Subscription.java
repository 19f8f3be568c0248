package dev.croft.billing;

import static java.util.Objects.requireNonNull;

import dev.croft.isolation.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * A tenant's subscription to a plan, as it was when it was read.
 *
 * @param price what is paid, and with that the plan
 * @param seats how many members are paid for
 * @param period the time that is paid for now; a free plan has none
 * @param trial the time for which it is free at its start, also after it
 * @param cancelsAt when it ends, or ended; empty while it goes on
 */
public record Subscription(
    TenantId tenantId,
    SubscriptionId id,
    PlanPrice price,
    SubscriptionStatus status,
    int seats,
    Optional<Period> period,
    Optional<Period> trial,
    Optional<Instant> cancelsAt,
    long version,
    Instant createdAt,
    Instant updatedAt) {
  public Subscription {
    requireNonNull(tenantId, "tenantId");
    requireNonNull(id, "id");
    requireNonNull(price, "price");
    requireNonNull(status, "status");
    requireNonNull(period, "period");
    requireNonNull(trial, "trial");
    requireNonNull(cancelsAt, "cancelsAt");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(updatedAt, "updatedAt");
  }

  /** All of it that can change. */
  public SubscriptionTerms terms() {
    return new SubscriptionTerms(price.id(), status, seats, period, trial, cancelsAt);
  }
}
