package dev.croft.billing;

import static dev.croft.schema.billing.Tables.LIMITS;
import static dev.croft.schema.billing.Tables.LIMIT_OVERRIDES;

import dev.croft.audit.SystemAuditLogRepository;
import dev.croft.exception.NotFoundException;
import dev.croft.isolation.TenantId;
import dev.croft.schema.billing.tables.records.LimitsRecord;
import dev.croft.session.SystemSession;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * What can be limited, and what tenants were given whatever their plan says. The audit log of the
 * system tells of the former, that of the tenant of the latter, in the transaction of the change.
 */
public final class SystemLimitRepository {
  private final SystemSession session;
  private final DSLContext dsl;

  private SystemLimitRepository(SystemSession session) {
    this.session = session;
    this.dsl = session.dsl();
  }

  /** All limits, as {@code session} may reach them. */
  public static SystemLimitRepository in(SystemSession session) {
    return new SystemLimitRepository(session);
  }

  /**
   * Makes something known that can be limited; no plan gives any of it yet.
   *
   * @throws dev.croft.exception.DuplicateKeyException when there is a limit of that name
   */
  public void create(Limit limit) {
    session.transaction(
        tx -> {
          LimitsRecord created =
              tx.dsl()
                  .insertInto(LIMITS)
                  .set(LIMITS.NAME, limit.name().value())
                  .set(LIMITS.UNIT, limit.unit())
                  .returning()
                  .fetchSingle();
          SystemAuditLogRepository.in(tx)
              .append(
                  BillingLog.limit("create", created.getId()).to(BillingLog.state(limit.name())));
        });
  }

  /**
   * Deletes a limit that neither plans nor tenants use; no effect where there is none.
   *
   * @throws dev.croft.exception.ForeignKeyException when one of them uses it
   */
  public void delete(LimitName limit) {
    session.transaction(
        tx ->
            tx.dsl()
                .deleteFrom(LIMITS)
                .where(LIMITS.NAME.eq(limit.value()))
                .returning()
                .fetchOptional()
                .ifPresent(
                    deleted ->
                        SystemAuditLogRepository.in(tx)
                            .append(
                                BillingLog.limit("delete", deleted.getId())
                                    .from(BillingLog.state(limit)))));
  }

  /** Lists what can be limited, by name. */
  public List<Limit> list() {
    return dsl.selectFrom(LIMITS)
        .orderBy(LIMITS.NAME)
        .fetch(row -> new Limit(new LimitName(row.getName()), row.getUnit()));
  }

  /** Finds a limit of {@code tenant} in effect, as {@link LimitRepository#find} does. */
  public Optional<LimitInEffect> find(TenantId tenant, LimitName limit) {
    return LimitRows.of(dsl, tenant).find(limit);
  }

  /** Lists the limits of {@code tenant} in effect, by name. */
  public List<LimitInEffect> list(TenantId tenant) {
    return LimitRows.of(dsl, tenant).list();
  }

  /**
   * Gives {@code tenant} so much, whatever its plan says; no effect where that is so already. Two
   * callers at once take turns, and the later one prevails.
   *
   * @throws NotFoundException when there is no limit of that name, or no such tenant
   */
  public void override(TenantId tenant, LimitName limit, Maximum maximum) {
    session.transaction(
        tx -> {
          UUID id = LimitRows.id(tx.dsl(), limit);
          TenantLock.take(tx.dsl(), tenant);
          Optional<Maximum> before = given(tx.dsl(), tenant, id);
          if (!before.equals(Optional.of(maximum))) {
            write(tx.dsl(), tenant, id, maximum);
            SystemAuditLogRepository.in(tx)
                .append(
                    tenant,
                    BillingLog.limit("override", id)
                        .from(BillingLog.state(limit, before))
                        .to(BillingLog.state(limit, Optional.of(maximum))));
          }
        });
  }

  private static Optional<Maximum> given(DSLContext dsl, TenantId tenant, UUID limit) {
    return dsl.selectFrom(LIMIT_OVERRIDES)
        .where(isOverride(tenant, limit))
        .fetchOptional(row -> LimitRows.toMaximum(row.getMaximum()));
  }

  private static void write(DSLContext dsl, TenantId tenant, UUID limit, Maximum maximum) {
    dsl.insertInto(LIMIT_OVERRIDES)
        .set(LIMIT_OVERRIDES.TENANT_ID, tenant.value())
        .set(LIMIT_OVERRIDES.LIMIT_ID, limit)
        .set(LIMIT_OVERRIDES.MAXIMUM, LimitRows.value(maximum))
        .onConflict(LIMIT_OVERRIDES.TENANT_ID, LIMIT_OVERRIDES.LIMIT_ID)
        .doUpdate()
        .set(LIMIT_OVERRIDES.MAXIMUM, LimitRows.value(maximum))
        .execute();
  }

  /**
   * Takes back what {@code tenant} was given, so that its plan says how much; no effect where it
   * was given nothing.
   *
   * @throws NotFoundException when there is no limit of that name
   */
  public void removeOverride(TenantId tenant, LimitName limit) {
    session.transaction(
        tx -> {
          UUID id = LimitRows.id(tx.dsl(), limit);
          tx.dsl()
              .deleteFrom(LIMIT_OVERRIDES)
              .where(isOverride(tenant, id))
              .returning()
              .fetchOptional(row -> LimitRows.toMaximum(row.getMaximum()))
              .ifPresent(
                  before ->
                      SystemAuditLogRepository.in(tx)
                          .append(
                              tenant,
                              BillingLog.limit("remove_override", id)
                                  .from(BillingLog.state(limit, Optional.of(before)))));
        });
  }

  private static Condition isOverride(TenantId tenant, UUID limit) {
    return LIMIT_OVERRIDES.TENANT_ID.eq(tenant.value()).and(LIMIT_OVERRIDES.LIMIT_ID.eq(limit));
  }
}
