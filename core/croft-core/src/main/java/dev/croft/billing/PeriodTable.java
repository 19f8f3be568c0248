package dev.croft.billing;

import static dev.croft.schema.billing.Tables.SUBSCRIPTION_PERIODS;
import static dev.croft.schema.billing.Tables.SUBSCRIPTION_TRIALS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** A table with one time of a subscription, if it has such a time. */
record PeriodTable(
    Table<?> table,
    Field<UUID> tenantId,
    Field<UUID> subscriptionId,
    Field<Instant> startsAt,
    Field<Instant> endsAt) {

  static final PeriodTable PAID =
      new PeriodTable(
          SUBSCRIPTION_PERIODS,
          SUBSCRIPTION_PERIODS.TENANT_ID,
          SUBSCRIPTION_PERIODS.SUBSCRIPTION_ID,
          SUBSCRIPTION_PERIODS.STARTS_AT,
          SUBSCRIPTION_PERIODS.ENDS_AT);

  static final PeriodTable TRIAL =
      new PeriodTable(
          SUBSCRIPTION_TRIALS,
          SUBSCRIPTION_TRIALS.TENANT_ID,
          SUBSCRIPTION_TRIALS.SUBSCRIPTION_ID,
          SUBSCRIPTION_TRIALS.STARTS_AT,
          SUBSCRIPTION_TRIALS.ENDS_AT);

  List<Field<Instant>> fields() {
    return List.of(startsAt, endsAt);
  }

  Optional<Period> period(Record row) {
    return Optional.ofNullable(row.get(startsAt)).map(start -> new Period(start, row.get(endsAt)));
  }

  /** Makes {@code period} that of the subscription, or sees to it that there is none. */
  void write(DSLContext dsl, UUID tenant, UUID subscription, Optional<Period> period) {
    period.ifPresentOrElse(
        given -> set(dsl, tenant, subscription, given), () -> remove(dsl, tenant, subscription));
  }

  private void set(DSLContext dsl, UUID tenant, UUID subscription, Period period) {
    dsl.insertInto(table)
        .set(tenantId, tenant)
        .set(subscriptionId, subscription)
        .set(startsAt, period.startsAt())
        .set(endsAt, period.endsAt())
        .onConflict(tenantId, subscriptionId)
        .doUpdate()
        .set(startsAt, period.startsAt())
        .set(endsAt, period.endsAt())
        .execute();
  }

  private void remove(DSLContext dsl, UUID tenant, UUID subscription) {
    dsl.deleteFrom(table).where(tenantId.eq(tenant).and(subscriptionId.eq(subscription))).execute();
  }
}
