package dev.croft.billing;

import static dev.croft.schema.billing.Tables.PLANS;
import static dev.croft.schema.billing.Tables.PLAN_PRICES;
import static dev.croft.schema.billing.Tables.SUBSCRIPTIONS;
import static dev.croft.schema.billing.Tables.SUBSCRIPTION_CANCELLATIONS;

import dev.croft.exception.NotFoundException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Writes the terms of subscriptions, in a transaction of the system. */
record SubscriptionWrites(DSLContext dsl) {

  SubscriptionId insert(UUID tenant, SubscriptionTerms terms) {
    UUID id =
        dsl.insertInto(SUBSCRIPTIONS)
            .set(SUBSCRIPTIONS.TENANT_ID, tenant)
            .set(SUBSCRIPTIONS.PLAN_PRICE_ID, terms.priceId().value())
            .set(SUBSCRIPTIONS.STATUS, terms.status().value())
            .set(SUBSCRIPTIONS.SEATS, terms.seats())
            .returning(SUBSCRIPTIONS.ID)
            .fetchSingle()
            .getId();
    writeTimes(tenant, id, terms);
    return new SubscriptionId(id);
  }

  /**
   * Keeps others from changing a subscription up to the end of the transaction; returns when that
   * began.
   */
  Instant lock(SubscriptionKey key) {
    return dsl.select(DSL.currentInstant())
        .from(SUBSCRIPTIONS)
        .where(SubscriptionRows.is(key.tenant(), key.id()))
        .forUpdate()
        .fetchOptional(0, Instant.class)
        .orElseThrow(() -> new NotFoundException("subscription", key.id().toString()));
  }

  void update(SubscriptionKey key, SubscriptionTerms terms) {
    dsl.update(SUBSCRIPTIONS)
        .set(SUBSCRIPTIONS.PLAN_PRICE_ID, terms.priceId().value())
        .set(SUBSCRIPTIONS.STATUS, terms.status().value())
        .set(SUBSCRIPTIONS.SEATS, terms.seats())
        .set(SUBSCRIPTIONS.VERSION, SUBSCRIPTIONS.VERSION.plus(1))
        .where(SubscriptionRows.is(key.tenant(), key.id()))
        .execute();
    writeTimes(key.tenant().value(), key.id().value(), terms);
  }

  private void writeTimes(UUID tenant, UUID id, SubscriptionTerms terms) {
    PeriodTable.PAID.write(dsl, tenant, id, terms.period());
    PeriodTable.TRIAL.write(dsl, tenant, id, terms.trial());
    writeCancellation(tenant, id, terms.cancelsAt());
  }

  private void writeCancellation(UUID tenant, UUID id, Optional<Instant> cancelsAt) {
    cancelsAt.ifPresentOrElse(at -> cancel(tenant, id, at), () -> withdrawCancellation(tenant, id));
  }

  private void cancel(UUID tenant, UUID id, Instant at) {
    dsl.insertInto(SUBSCRIPTION_CANCELLATIONS)
        .set(SUBSCRIPTION_CANCELLATIONS.TENANT_ID, tenant)
        .set(SUBSCRIPTION_CANCELLATIONS.SUBSCRIPTION_ID, id)
        .set(SUBSCRIPTION_CANCELLATIONS.CANCELS_AT, at)
        .onConflict(
            SUBSCRIPTION_CANCELLATIONS.TENANT_ID, SUBSCRIPTION_CANCELLATIONS.SUBSCRIPTION_ID)
        .doUpdate()
        .set(SUBSCRIPTION_CANCELLATIONS.CANCELS_AT, at)
        .execute();
  }

  private void withdrawCancellation(UUID tenant, UUID id) {
    dsl.deleteFrom(SUBSCRIPTION_CANCELLATIONS)
        .where(SUBSCRIPTION_CANCELLATIONS.TENANT_ID.eq(tenant))
        .and(SUBSCRIPTION_CANCELLATIONS.SUBSCRIPTION_ID.eq(id))
        .execute();
  }

  /** Keeps a price offered up to the end of the transaction, if it is. */
  void requireOffered(PlanPriceId price) {
    if (dsl.select(PLAN_PRICES.ID)
        .from(PLAN_PRICES)
        .join(PLANS)
        .on(PLANS.ID.eq(PLAN_PRICES.PLAN_ID))
        .where(PLAN_PRICES.ID.eq(price.value()))
        .and(PLAN_PRICES.IS_ACTIVE)
        .and(PlanRows.isOffered())
        .forShare()
        .fetch()
        .isEmpty()) {
      throw new NotFoundException("offered plan price", price.toString());
    }
  }
}
