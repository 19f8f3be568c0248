package dev.croft.billing;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * All that can change about a subscription.
 *
 * @param priceId what is paid, and with that the plan
 * @param seats how many members are paid for, at least 1
 * @param period the time that is paid for now; a free plan has none
 * @param trial the time for which it is free at its start, also after it
 * @param cancelsAt when it ends, or ended; empty while it goes on
 */
public record SubscriptionTerms(
    PlanPriceId priceId,
    SubscriptionStatus status,
    int seats,
    Optional<Period> period,
    Optional<Period> trial,
    Optional<Instant> cancelsAt) {
  public SubscriptionTerms {
    requireNonNull(priceId, "priceId");
    requireNonNull(status, "status");
    requireNonNull(period, "period");
    requireNonNull(trial, "trial");
    cancelsAt = cancelsAt.map(instant -> instant.truncatedTo(ChronoUnit.MICROS));
    if (seats < 1) {
      throw new IllegalArgumentException("A subscription has at least 1 seat.");
    }
  }

  /** One active seat at a price, for no certain time. */
  public static SubscriptionTerms at(PlanPriceId price) {
    return new SubscriptionTerms(
        price, SubscriptionStatus.ACTIVE, 1, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** These terms at another price. */
  public SubscriptionTerms withPrice(PlanPriceId newPrice) {
    return new SubscriptionTerms(newPrice, status, seats, period, trial, cancelsAt);
  }

  /** These terms with another status. */
  public SubscriptionTerms withStatus(SubscriptionStatus newStatus) {
    return new SubscriptionTerms(priceId, newStatus, seats, period, trial, cancelsAt);
  }

  /** These terms for another number of members. */
  public SubscriptionTerms withSeats(int newSeats) {
    return new SubscriptionTerms(priceId, status, newSeats, period, trial, cancelsAt);
  }

  /** These terms, paid for another time. */
  public SubscriptionTerms withPeriod(Period newPeriod) {
    return new SubscriptionTerms(priceId, status, seats, Optional.of(newPeriod), trial, cancelsAt);
  }

  /** These terms, free for a time. */
  public SubscriptionTerms withTrial(Period newTrial) {
    return withTrial(Optional.of(newTrial));
  }

  SubscriptionTerms withTrial(Optional<Period> newTrial) {
    return new SubscriptionTerms(priceId, status, seats, period, newTrial, cancelsAt);
  }

  /** These terms with an end. */
  public SubscriptionTerms withCancellation(Instant at) {
    return withCancellation(Optional.of(at));
  }

  SubscriptionTerms withCancellation(Optional<Instant> at) {
    return new SubscriptionTerms(priceId, status, seats, period, trial, at);
  }

  /** These terms with the trial over, and active if they were free for it. */
  SubscriptionTerms withTrialEndedAt(Instant now) {
    SubscriptionTerms ended = withTrial(trial.flatMap(each -> each.until(now)));
    return status == SubscriptionStatus.TRIALING
        ? ended.withStatus(SubscriptionStatus.ACTIVE)
        : ended;
  }

  /** These terms, giving nothing, unless they give nothing anyway. */
  SubscriptionTerms paused() {
    return status.isEntitled() ? withStatus(SubscriptionStatus.PAUSED) : this;
  }

  /** These terms, active if they were paused. */
  SubscriptionTerms resumed() {
    return status == SubscriptionStatus.PAUSED ? withStatus(SubscriptionStatus.ACTIVE) : this;
  }

  /** These terms with another status, and an end if that is final; unless they have ended. */
  SubscriptionTerms standingAs(SubscriptionStatus newStatus, Instant now) {
    if (!status.isLive()) {
      return this;
    }
    SubscriptionTerms changed = withStatus(newStatus);
    return newStatus.isLive() ? changed : changed.withCancellation(now);
  }
}
