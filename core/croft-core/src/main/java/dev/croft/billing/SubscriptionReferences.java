package dev.croft.billing;

import static dev.croft.schema.billing.Tables.SUBSCRIPTION_REFERENCES;

import dev.croft.isolation.TenantId;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** What providers call subscriptions, and of when the report is that was taken over last. */
record SubscriptionReferences(DSLContext dsl) {

  Optional<SubscriptionKey> find(ProviderReference reference) {
    return dsl.selectFrom(SUBSCRIPTION_REFERENCES)
        .where(is(reference))
        .fetchOptional(
            row ->
                new SubscriptionKey(
                    new TenantId(row.getTenantId()), new SubscriptionId(row.getSubscriptionId())));
  }

  void create(SubscriptionKey subscription, ProviderReference reference) {
    dsl.insertInto(SUBSCRIPTION_REFERENCES)
        .set(SUBSCRIPTION_REFERENCES.TENANT_ID, subscription.tenant().value())
        .set(SUBSCRIPTION_REFERENCES.SUBSCRIPTION_ID, subscription.id().value())
        .set(SUBSCRIPTION_REFERENCES.PROVIDER, reference.provider())
        .set(SUBSCRIPTION_REFERENCES.EXTERNAL_ID, reference.externalId())
        .execute();
  }

  /** Records a report of that time, unless a later one was taken over; whether it was not. */
  boolean advance(ProviderReference reference, Instant reportedAt) {
    return dsl.update(SUBSCRIPTION_REFERENCES)
            .set(SUBSCRIPTION_REFERENCES.REPORTED_AT, reportedAt)
            .where(is(reference))
            .and(
                SUBSCRIPTION_REFERENCES
                    .REPORTED_AT
                    .isNull()
                    .or(SUBSCRIPTION_REFERENCES.REPORTED_AT.le(reportedAt)))
            .execute()
        > 0;
  }

  private static Condition is(ProviderReference reference) {
    return SUBSCRIPTION_REFERENCES
        .PROVIDER
        .eq(reference.provider())
        .and(SUBSCRIPTION_REFERENCES.EXTERNAL_ID.eq(reference.externalId()));
  }
}
