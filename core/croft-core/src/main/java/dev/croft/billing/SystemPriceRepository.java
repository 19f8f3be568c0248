package dev.croft.billing;

import static dev.croft.schema.billing.Tables.PLAN_PRICES;
import static dev.croft.schema.billing.Tables.PLAN_PRICE_REFERENCES;

import dev.croft.audit.SystemAuditLogRepository;
import dev.croft.exception.NotFoundException;
import dev.croft.session.SystemSession;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * The prices of plans, and what providers of payments call them. How much is paid is with the
 * provider. To change that, deactivate a price and create its successor, in one transaction: who
 * subscribed before stays at the old one. Each change leaves an entry in the audit log of the
 * system, in the same transaction.
 */
public final class SystemPriceRepository {
  private final SystemSession session;
  private final DSLContext dsl;
  private final PlanRows rows;

  private SystemPriceRepository(SystemSession session) {
    this.session = session;
    this.dsl = session.dsl();
    this.rows = new PlanRows(dsl);
  }

  /** The prices, as {@code session} may reach them. */
  public static SystemPriceRepository in(SystemSession session) {
    return new SystemPriceRepository(session);
  }

  /**
   * Creates a price at which tenants can subscribe.
   *
   * @throws dev.croft.exception.DuplicateKeyException when the plan has an active price of that
   *     interval
   * @throws dev.croft.exception.ForeignKeyException when there is no such plan
   */
  public PlanPrice create(PlanId plan, BillingInterval interval) {
    return session.transactionResult(
        tx -> {
          PlanPriceId id =
              new PlanPriceId(
                  tx.dsl()
                      .insertInto(PLAN_PRICES)
                      .set(PLAN_PRICES.PLAN_ID, plan.value())
                      .set(PLAN_PRICES.BILLING_INTERVAL, interval.value())
                      .returning(PLAN_PRICES.ID)
                      .fetchSingle()
                      .getId());
          PlanPrice created = in(tx).get(id);
          SystemAuditLogRepository.in(tx)
              .append(BillingLog.price("create", id).to(BillingLog.state(created)));
          return created;
        });
  }

  /** Finds a price, also one at which nobody can subscribe any more. */
  public Optional<PlanPrice> find(PlanPriceId id) {
    return rows.findPrice(id);
  }

  /**
   * Returns a price, also one at which nobody can subscribe any more.
   *
   * @throws NotFoundException when there is none with that id
   */
  public PlanPrice get(PlanPriceId id) {
    return find(id).orElseThrow(() -> new NotFoundException("plan price", id.toString()));
  }

  /** Finds the price that a provider calls so. */
  public Optional<PlanPrice> findByReference(ProviderReference reference) {
    return dsl.select(PLAN_PRICE_REFERENCES.PLAN_PRICE_ID)
        .from(PLAN_PRICE_REFERENCES)
        .where(PLAN_PRICE_REFERENCES.PROVIDER.eq(reference.provider()))
        .and(PLAN_PRICE_REFERENCES.EXTERNAL_ID.eq(reference.externalId()))
        .fetchOptional(row -> new PlanPriceId(row.value1()))
        .flatMap(this::find);
  }

  /** Lists all prices of a plan, oldest first. */
  public List<PlanPrice> list(PlanId plan) {
    return rows.prices(PLAN_PRICES.PLAN_ID.eq(plan.value()));
  }

  /**
   * Lets nobody subscribe at a price any more; no effect where nobody can. A subscription that is
   * being started at it is started first, or refused.
   *
   * @throws NotFoundException when there is no price with that id
   */
  public PlanPrice deactivate(PlanPriceId id) {
    return session.transactionResult(
        tx -> {
          int changed =
              tx.dsl()
                  .update(PLAN_PRICES)
                  .set(PLAN_PRICES.IS_ACTIVE, false)
                  .where(PLAN_PRICES.ID.eq(id.value()).and(PLAN_PRICES.IS_ACTIVE))
                  .execute();
          PlanPrice price = in(tx).get(id);
          if (changed > 0) {
            SystemAuditLogRepository.in(tx)
                .append(BillingLog.price("deactivate", id).to(BillingLog.state(price)));
          }
          return price;
        });
  }

  /** What providers call a price; empty also when there is no such price. */
  public Set<ProviderReference> references(PlanPriceId id) {
    return Set.copyOf(
        dsl.selectFrom(PLAN_PRICE_REFERENCES)
            .where(PLAN_PRICE_REFERENCES.PLAN_PRICE_ID.eq(id.value()))
            .fetch(row -> new ProviderReference(row.getProvider(), row.getExternalId())));
  }

  /**
   * Records what a provider calls a price, instead of what it called it before. Of two callers at
   * once the later one prevails.
   *
   * @throws dev.croft.exception.DuplicateKeyException when the provider calls another price so
   * @throws dev.croft.exception.ForeignKeyException when there is no such price
   */
  public void setReference(PlanPriceId id, ProviderReference reference) {
    session.transaction(
        tx -> {
          lock(tx.dsl(), id);
          write(tx.dsl(), id, reference);
          SystemAuditLogRepository.in(tx)
              .append(BillingLog.price("link", id).to(BillingLog.provider(reference.provider())));
        });
  }

  /**
   * One caller at a time: two inserts at once would meet at the unique reference, not at the key.
   */
  private static void lock(DSLContext dsl, PlanPriceId id) {
    dsl.select(PLAN_PRICES.ID)
        .from(PLAN_PRICES)
        .where(PLAN_PRICES.ID.eq(id.value()))
        .forNoKeyUpdate()
        .execute();
  }

  private static void write(DSLContext dsl, PlanPriceId id, ProviderReference reference) {
    dsl.insertInto(PLAN_PRICE_REFERENCES)
        .set(PLAN_PRICE_REFERENCES.PLAN_PRICE_ID, id.value())
        .set(PLAN_PRICE_REFERENCES.PROVIDER, reference.provider())
        .set(PLAN_PRICE_REFERENCES.EXTERNAL_ID, reference.externalId())
        .onConflict(PLAN_PRICE_REFERENCES.PLAN_PRICE_ID, PLAN_PRICE_REFERENCES.PROVIDER)
        .doUpdate()
        .set(PLAN_PRICE_REFERENCES.EXTERNAL_ID, reference.externalId())
        .execute();
  }

  /** Forgets what a provider calls a price; no effect where that is not known. */
  public void removeReference(PlanPriceId id, String provider) {
    session.transaction(
        tx -> {
          if (tx.dsl().deleteFrom(PLAN_PRICE_REFERENCES).where(is(id, provider)).execute() > 0) {
            SystemAuditLogRepository.in(tx)
                .append(BillingLog.price("unlink", id).from(BillingLog.provider(provider)));
          }
        });
  }

  private static Condition is(PlanPriceId id, String provider) {
    return PLAN_PRICE_REFERENCES
        .PLAN_PRICE_ID
        .eq(id.value())
        .and(PLAN_PRICE_REFERENCES.PROVIDER.eq(provider));
  }
}
