package dev.croft.billing;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.croft.audit.AuditObject;
import dev.croft.audit.NewAuditEntry;
import dev.croft.isolation.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The entries that changes of plans, limits and subscriptions leave in the audit logs. What a
 * provider calls them is the system's alone, and not among the values.
 */
final class BillingLog {
  private BillingLog() {}

  static NewAuditEntry plan(String action, PlanId id) {
    return NewAuditEntry.of("plan:" + action, new AuditObject("plan", id.value()));
  }

  static NewAuditEntry price(String action, PlanPriceId id) {
    return NewAuditEntry.of("plan_price:" + action, new AuditObject("plan_price", id.value()));
  }

  static NewAuditEntry limit(String action, UUID id) {
    return NewAuditEntry.of("limit:" + action, new AuditObject("limit", id));
  }

  static NewAuditEntry customer(String action, TenantId tenant) {
    return NewAuditEntry.of("customer:" + action, new AuditObject("tenant", tenant.value()));
  }

  static NewAuditEntry subscription(String action, SubscriptionId id) {
    return NewAuditEntry.of("subscription:" + action, new AuditObject("subscription", id.value()));
  }

  /** With what differs, and nothing else. */
  static NewAuditEntry subscription(String action, Subscription before, Subscription after) {
    Map<String, String> old = state(before);
    Map<String, String> given = state(after);
    return subscription(action, after.id()).from(without(old, given)).to(without(given, old));
  }

  private static Map<String, String> without(Map<String, String> all, Map<String, String> others) {
    return all.entrySet().stream()
        .filter(entry -> !entry.getValue().equals(others.get(entry.getKey())))
        .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Without the description, in which people write what they like. */
  static Map<String, String> state(Plan plan) {
    return Map.of(
        "name", plan.name(),
        "is_active", Boolean.toString(plan.isActive()),
        "is_default", Boolean.toString(plan.isDefault()));
  }

  static Map<String, String> state(PlanPrice price) {
    return Map.of(
        "plan", price.plan(),
        "billing_interval", price.interval().value(),
        "is_active", Boolean.toString(price.isActive()));
  }

  static Map<String, String> provider(String provider) {
    return Map.of("provider", provider);
  }

  static Map<String, String> state(LimitName limit) {
    return Map.of("name", limit.value());
  }

  static Map<String, String> state(LimitName limit, Optional<Maximum> maximum) {
    return maximum
        .map(given -> Map.of("name", limit.value(), "maximum", text(given)))
        .orElseGet(() -> state(limit));
  }

  private static String text(Maximum maximum) {
    return Optional.ofNullable(LimitRows.value(maximum)).map(String::valueOf).orElse("unlimited");
  }

  static Map<String, String> state(Subscription subscription) {
    Map<String, String> state = new TreeMap<>();
    state.put("plan", subscription.price().plan());
    state.put("plan_price_id", subscription.price().id().toString());
    state.put("billing_interval", subscription.price().interval().value());
    state.put("status", subscription.status().value());
    state.put("seats", Integer.toString(subscription.seats()));
    putPeriod(state, "period", subscription.period());
    putPeriod(state, "trial", subscription.trial());
    subscription.cancelsAt().map(Instant::toString).ifPresent(at -> state.put("cancels_at", at));
    return state;
  }

  private static void putPeriod(Map<String, String> state, String name, Optional<Period> period) {
    period.ifPresent(
        given -> {
          state.put(name + "_starts_at", given.startsAt().toString());
          state.put(name + "_ends_at", given.endsAt().toString());
        });
  }
}
