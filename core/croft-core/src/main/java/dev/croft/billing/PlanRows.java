package dev.croft.billing;

import static dev.croft.schema.billing.Tables.LIMITS;
import static dev.croft.schema.billing.Tables.PLANS;
import static dev.croft.schema.billing.Tables.PLAN_LIMITS;
import static dev.croft.schema.billing.Tables.PLAN_PRICES;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.croft.schema.billing.tables.records.PlansRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** The reads that tenant and system sessions have in common. */
record PlanRows(DSLContext dsl) {
  /** What makes a {@link PlanPrice}. */
  static final List<Field<?>> PRICE =
      List.of(
          PLAN_PRICES.ID,
          PLAN_PRICES.PLAN_ID,
          PLANS.NAME,
          PLAN_PRICES.BILLING_INTERVAL,
          PLAN_PRICES.IS_ACTIVE);

  Optional<Plan> find(PlanId id) {
    return find(PLANS.ID.eq(id.value()));
  }

  Optional<Plan> findByName(String name) {
    return find(PLANS.NAME.eq(name));
  }

  private Optional<Plan> find(Condition condition) {
    return dsl.selectFrom(PLANS).where(condition).fetchOptional(PlanRows::toPlan);
  }

  List<Plan> list(Condition condition) {
    return dsl.selectFrom(PLANS).where(condition).orderBy(PLANS.ID).fetch(PlanRows::toPlan);
  }

  Optional<PlanPrice> findPrice(PlanPriceId id) {
    return prices(PLAN_PRICES.ID.eq(id.value())).stream().findAny();
  }

  List<PlanPrice> prices(Condition condition) {
    return dsl.select(PRICE)
        .from(PLAN_PRICES)
        .join(PLANS)
        .on(PLANS.ID.eq(PLAN_PRICES.PLAN_ID))
        .where(condition)
        .orderBy(PLAN_PRICES.ID)
        .fetch(PlanRows::toPrice);
  }

  Map<LimitName, Maximum> limits(PlanId plan) {
    return dsl
        .select(LIMITS.NAME, PLAN_LIMITS.MAXIMUM)
        .from(PLAN_LIMITS)
        .join(LIMITS)
        .on(LIMITS.ID.eq(PLAN_LIMITS.LIMIT_ID))
        .where(PLAN_LIMITS.PLAN_ID.eq(plan.value()))
        .stream()
        .collect(
            toUnmodifiableMap(
                row -> new LimitName(row.value1()), row -> LimitRows.toMaximum(row.value2())));
  }

  /** What a tenant can subscribe to. */
  static Condition isOffered() {
    return DSL.condition(PLANS.IS_ACTIVE);
  }

  static Plan toPlan(PlansRecord row) {
    return new Plan(
        new PlanId(row.getId()),
        row.getName(),
        row.getDescription(),
        row.getIsActive(),
        row.getIsDefault(),
        row.getVersion(),
        row.getCreatedAt(),
        row.getUpdatedAt());
  }

  static PlanPrice toPrice(Record row) {
    return new PlanPrice(
        new PlanPriceId(row.get(PLAN_PRICES.ID)),
        new PlanId(row.get(PLAN_PRICES.PLAN_ID)),
        row.get(PLANS.NAME),
        BillingInterval.of(row.get(PLAN_PRICES.BILLING_INTERVAL)),
        row.get(PLAN_PRICES.IS_ACTIVE));
  }
}
