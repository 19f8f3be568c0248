package dev.croft.billing;

import static dev.croft.schema.billing.Tables.PLANS;
import static dev.croft.schema.billing.Tables.PLAN_PRICES;
import static dev.croft.schema.billing.Tables.SUBSCRIPTIONS;
import static dev.croft.schema.billing.Tables.SUBSCRIPTION_CANCELLATIONS;

import dev.croft.isolation.TenantId;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;

/** The reads that tenant and system sessions have in common; what they see differs. */
record SubscriptionRows(DSLContext dsl) {

  Optional<Subscription> find(Condition condition) {
    return subscriptions().where(condition).fetchOptional(SubscriptionRows::toSubscription);
  }

  /** In the order of their creation. */
  Page<Subscription> page(Condition condition, PageRequest request) {
    List<Subscription> rows =
        subscriptions()
            .where(condition)
            .and(request.afterId().map(SUBSCRIPTIONS.ID::gt).orElseGet(DSL::noCondition))
            .orderBy(SUBSCRIPTIONS.ID)
            .limit(request.limit())
            .fetch(SubscriptionRows::toSubscription);
    return request.page(rows, subscription -> subscription.id().value());
  }

  private SelectJoinStep<Record> subscriptions() {
    return dsl.select(SUBSCRIPTIONS.fields())
        .select(PlanRows.PRICE)
        .select(PeriodTable.PAID.fields())
        .select(PeriodTable.TRIAL.fields())
        .select(SUBSCRIPTION_CANCELLATIONS.CANCELS_AT)
        .from(SUBSCRIPTIONS)
        .join(PLAN_PRICES)
        .on(PLAN_PRICES.ID.eq(SUBSCRIPTIONS.PLAN_PRICE_ID))
        .join(PLANS)
        .on(PLANS.ID.eq(PLAN_PRICES.PLAN_ID))
        .leftJoin(PeriodTable.PAID.table())
        .on(isOfSubscription(PeriodTable.PAID.tenantId(), PeriodTable.PAID.subscriptionId()))
        .leftJoin(PeriodTable.TRIAL.table())
        .on(isOfSubscription(PeriodTable.TRIAL.tenantId(), PeriodTable.TRIAL.subscriptionId()))
        .leftJoin(SUBSCRIPTION_CANCELLATIONS)
        .on(
            isOfSubscription(
                SUBSCRIPTION_CANCELLATIONS.TENANT_ID, SUBSCRIPTION_CANCELLATIONS.SUBSCRIPTION_ID));
  }

  private static Condition isOfSubscription(Field<UUID> tenant, Field<UUID> subscription) {
    return tenant.eq(SUBSCRIPTIONS.TENANT_ID).and(subscription.eq(SUBSCRIPTIONS.ID));
  }

  static Condition isOf(TenantId tenant) {
    return SUBSCRIPTIONS.TENANT_ID.eq(tenant.value());
  }

  static Condition is(TenantId tenant, SubscriptionId id) {
    return isOf(tenant).and(SUBSCRIPTIONS.ID.eq(id.value()));
  }

  /** As the partial index says it: a bound value would hide from the planner that it applies. */
  static Condition isLive() {
    return SUBSCRIPTIONS.STATUS.notIn(
        Stream.of(SubscriptionStatus.CANCELED, SubscriptionStatus.INCOMPLETE_EXPIRED)
            .map(SubscriptionRows::inlined)
            .toList());
  }

  static Condition isEntitled() {
    return isLive()
        .and(
            SUBSCRIPTIONS.STATUS.in(
                Stream.of(SubscriptionStatus.values())
                    .filter(SubscriptionStatus::isEntitled)
                    .map(SubscriptionRows::inlined)
                    .toList()));
  }

  private static Param<String> inlined(SubscriptionStatus status) {
    return DSL.inline(status.value());
  }

  private static Subscription toSubscription(Record row) {
    return new Subscription(
        new TenantId(row.get(SUBSCRIPTIONS.TENANT_ID)),
        new SubscriptionId(row.get(SUBSCRIPTIONS.ID)),
        PlanRows.toPrice(row),
        SubscriptionStatus.of(row.get(SUBSCRIPTIONS.STATUS)),
        row.get(SUBSCRIPTIONS.SEATS),
        PeriodTable.PAID.period(row),
        PeriodTable.TRIAL.period(row),
        Optional.ofNullable(row.get(SUBSCRIPTION_CANCELLATIONS.CANCELS_AT)),
        row.get(SUBSCRIPTIONS.VERSION),
        row.get(SUBSCRIPTIONS.CREATED_AT),
        row.get(SUBSCRIPTIONS.UPDATED_AT));
  }
}
