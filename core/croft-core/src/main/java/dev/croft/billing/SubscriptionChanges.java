package dev.croft.billing;

import dev.croft.audit.NewAuditEntry;
import dev.croft.audit.SystemAuditLogRepository;
import dev.croft.exception.NotFoundException;
import dev.croft.isolation.TenantId;
import dev.croft.session.SystemSession;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/** Changes of subscriptions in one transaction, each with its entry in the tenant's log. */
record SubscriptionChanges(SystemSession tx) {

  Subscription start(TenantId tenant, SubscriptionTerms terms, ProviderReference reference) {
    Subscription started = start(tenant, terms);
    create(new SubscriptionKey(tenant, started.id()), reference);
    return started;
  }

  Subscription start(TenantId tenant, SubscriptionTerms terms) {
    writes().requireOffered(terms.priceId());
    SubscriptionKey key = new SubscriptionKey(tenant, writes().insert(tenant.value(), terms));
    Subscription started = get(key);
    log(key, BillingLog.subscription("start", key.id()).to(BillingLog.state(started)));
    return started;
  }

  /** Unless that is known. */
  void link(SubscriptionKey key, ProviderReference reference) {
    writes().lock(key);
    if (!references().find(reference).equals(Optional.of(key))) {
      create(key, reference);
    }
  }

  private void create(SubscriptionKey key, ProviderReference reference) {
    references().create(key, reference);
    log(
        key,
        BillingLog.subscription("link", key.id()).to(BillingLog.provider(reference.provider())));
  }

  /** Takes the terms over, unless a younger report was, or the subscription has ended. */
  Optional<Subscription> report(ProviderReference reference, Instant at, SubscriptionTerms terms) {
    SubscriptionReferences known = references();
    return known
        .find(reference)
        .map(
            key ->
                change(
                    key,
                    "report",
                    (before, now) ->
                        known.advance(reference, at) && before.status().isLive() ? terms : before));
  }

  /** To a price that is offered, or is paid already. */
  Subscription changePrice(SubscriptionKey key, PlanPriceId price) {
    return changeLive(
        key,
        "change_price",
        (before, now) -> {
          if (!before.priceId().equals(price)) {
            writes().requireOffered(price);
          }
          return before.withPrice(price);
        });
  }

  Subscription changeLive(
      SubscriptionKey key,
      String action,
      BiFunction<SubscriptionTerms, Instant, SubscriptionTerms> change) {
    return change(
        key,
        action,
        (terms, now) -> {
          if (!terms.status().isLive()) {
            throw new NotFoundException("live subscription", key.id().toString());
          }
          return change.apply(terms, now);
        });
  }

  /** Changes the terms that there are once nobody else can change them. */
  Subscription change(
      SubscriptionKey key,
      String action,
      BiFunction<SubscriptionTerms, Instant, SubscriptionTerms> change) {
    Instant now = writes().lock(key);
    Subscription before = get(key);
    SubscriptionTerms terms = change.apply(before.terms(), now);
    if (terms.equals(before.terms())) {
      return before;
    }
    writes().update(key, terms);
    Subscription after = get(key);
    log(key, BillingLog.subscription(action, before, after));
    return after;
  }

  private Subscription get(SubscriptionKey key) {
    return SystemSubscriptionRepository.in(tx).get(key);
  }

  private void log(SubscriptionKey key, NewAuditEntry entry) {
    SystemAuditLogRepository.in(tx).append(key.tenant(), entry);
  }

  private SubscriptionWrites writes() {
    return new SubscriptionWrites(tx.dsl());
  }

  private SubscriptionReferences references() {
    return new SubscriptionReferences(tx.dsl());
  }
}
