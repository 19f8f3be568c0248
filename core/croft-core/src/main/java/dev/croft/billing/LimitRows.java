package dev.croft.billing;

import static dev.croft.schema.billing.Tables.LIMITS;
import static dev.croft.schema.billing.Tables.LIMIT_OVERRIDES;
import static dev.croft.schema.billing.Tables.PLAN_LIMITS;
import static dev.croft.schema.billing.Tables.PLAN_PRICES;
import static dev.croft.schema.billing.Tables.SUBSCRIPTIONS;

import dev.croft.exception.NotFoundException;
import dev.croft.isolation.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The limits of one tenant.
 *
 * @param overrides which overrides are its own, where the session does not see to that
 * @param subscriptions which subscriptions are its own, likewise
 */
record LimitRows(DSLContext dsl, Condition overrides, Condition subscriptions) {
  private static final Field<Boolean> IS_OVERRIDE =
      DSL.field(LIMIT_OVERRIDES.LIMIT_ID.isNotNull()).as("is_override");
  private static final Field<Long> MAXIMUM =
      DSL.when(LIMIT_OVERRIDES.LIMIT_ID.isNotNull(), LIMIT_OVERRIDES.MAXIMUM)
          .otherwise(PLAN_LIMITS.MAXIMUM)
          .as("maximum");

  /** Those of the session's tenant. */
  static LimitRows ofSession(DSLContext dsl) {
    return new LimitRows(dsl, DSL.noCondition(), DSL.noCondition());
  }

  static LimitRows of(DSLContext dsl, TenantId tenant) {
    return new LimitRows(
        dsl, LIMIT_OVERRIDES.TENANT_ID.eq(tenant.value()), SubscriptionRows.isOf(tenant));
  }

  Optional<LimitInEffect> find(LimitName limit) {
    return list(LIMITS.NAME.eq(limit.value())).stream().findAny();
  }

  /** By name. */
  List<LimitInEffect> list() {
    return list(DSL.noCondition());
  }

  private List<LimitInEffect> list(Condition which) {
    return dsl.select(LIMITS.NAME, LIMITS.UNIT, MAXIMUM, IS_OVERRIDE)
        .from(LIMITS)
        .leftJoin(LIMIT_OVERRIDES)
        .on(LIMIT_OVERRIDES.LIMIT_ID.eq(LIMITS.ID).and(overrides))
        .leftJoin(SUBSCRIPTIONS)
        .on(SubscriptionRows.isEntitled().and(subscriptions))
        .leftJoin(PLAN_PRICES)
        .on(PLAN_PRICES.ID.eq(SUBSCRIPTIONS.PLAN_PRICE_ID))
        .leftJoin(PLAN_LIMITS)
        .on(PLAN_LIMITS.PLAN_ID.eq(PLAN_PRICES.PLAN_ID).and(PLAN_LIMITS.LIMIT_ID.eq(LIMITS.ID)))
        .where(which)
        .and(LIMIT_OVERRIDES.LIMIT_ID.isNotNull().or(PLAN_LIMITS.LIMIT_ID.isNotNull()))
        .orderBy(LIMITS.NAME)
        .fetch(
            row ->
                new LimitInEffect(
                    new Limit(new LimitName(row.value1()), row.value2()),
                    toMaximum(row.value3()),
                    row.value4()));
  }

  static UUID id(DSLContext dsl, LimitName limit) {
    return dsl.select(LIMITS.ID)
        .from(LIMITS)
        .where(LIMITS.NAME.eq(limit.value()))
        .fetchOptional(LIMITS.ID)
        .orElseThrow(() -> new NotFoundException("limit", limit.value()));
  }

  static Maximum toMaximum(@Nullable Long maximum) {
    return maximum == null ? Maximum.unlimited() : Maximum.of(maximum);
  }

  /** As the tables hold it. */
  static @Nullable Long value(Maximum maximum) {
    return maximum instanceof Maximum.Limited limited ? limited.amount() : null;
  }
}
