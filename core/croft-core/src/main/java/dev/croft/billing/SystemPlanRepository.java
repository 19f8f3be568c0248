package dev.croft.billing;

import static dev.croft.schema.billing.Tables.PLANS;
import static dev.croft.schema.billing.Tables.PLAN_LIMITS;

import dev.croft.audit.NewAuditEntry;
import dev.croft.audit.SystemAuditLogRepository;
import dev.croft.exception.NotFoundException;
import dev.croft.exception.StaleVersionException;
import dev.croft.session.SystemSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * The plans, and what they give. Each change leaves an entry in the audit log of the system, in the
 * same transaction. Prices are those of {@link SystemPriceRepository}.
 */
public final class SystemPlanRepository {
  private final SystemSession session;
  private final PlanRows rows;

  private SystemPlanRepository(SystemSession session) {
    this.session = session;
    this.rows = new PlanRows(session.dsl());
  }

  /** The plans, as {@code session} may reach them. */
  public static SystemPlanRepository in(SystemSession session) {
    return new SystemPlanRepository(session);
  }

  /**
   * Creates a plan that has no price and gives nothing yet.
   *
   * @throws dev.croft.exception.DuplicateKeyException when there is a plan of that name
   */
  public Plan create(NewPlan plan) {
    return session.transactionResult(
        tx -> {
          Plan created =
              tx.dsl()
                  .insertInto(PLANS)
                  .set(PLANS.NAME, plan.name())
                  .set(PLANS.DESCRIPTION, plan.description())
                  .returning()
                  .fetchSingle(PlanRows::toPlan);
          log(tx, BillingLog.plan("create", created.id()).to(BillingLog.state(created)));
          return created;
        });
  }

  private static void log(SystemSession tx, NewAuditEntry entry) {
    SystemAuditLogRepository.in(tx).append(entry);
  }

  /** Finds a plan, also one that is offered no more. */
  public Optional<Plan> find(PlanId id) {
    return rows.find(id);
  }

  /** Finds a plan by what code calls it, also one that is offered no more. */
  public Optional<Plan> findByName(String name) {
    return rows.findByName(name);
  }

  /**
   * Returns a plan, also one that is offered no more.
   *
   * @throws NotFoundException when there is none with that id
   */
  public Plan get(PlanId id) {
    return find(id).orElseThrow(() -> new NotFoundException("plan", id.toString()));
  }

  /** Lists all plans, oldest first. */
  public List<Plan> list() {
    return rows.list(DSL.noCondition());
  }

  /**
   * Writes the description of {@code plan} and whether it is offered, and returns it at its next
   * version.
   *
   * @throws StaleVersionException when it changed since it was read
   * @throws dev.croft.exception.CheckException when the default plan is to be offered no more
   */
  public Plan update(Plan plan) {
    return session.transactionResult(
        tx -> {
          Plan before = lock(tx.dsl(), plan);
          Plan after = write(tx.dsl(), plan);
          log(
              tx,
              BillingLog.plan("update", after.id())
                  .from(BillingLog.state(before))
                  .to(BillingLog.state(after)));
          return after;
        });
  }

  private static Plan lock(DSLContext dsl, Plan plan) {
    return dsl.selectFrom(PLANS)
        .where(isRead(plan))
        .forUpdate()
        .fetchOptional(PlanRows::toPlan)
        .orElseThrow(() -> new StaleVersionException("plan", plan.id().toString(), plan.version()));
  }

  private static Plan write(DSLContext dsl, Plan plan) {
    return dsl.update(PLANS)
        .set(PLANS.DESCRIPTION, plan.description())
        .set(PLANS.IS_ACTIVE, plan.isActive())
        .set(PLANS.VERSION, PLANS.VERSION.plus(1))
        .where(isRead(plan))
        .returning()
        .fetchSingle(PlanRows::toPlan);
  }

  private static Condition isRead(Plan plan) {
    return PLANS.ID.eq(plan.id().value()).and(PLANS.VERSION.eq(plan.version()));
  }

  /**
   * Lets new tenants begin with a plan, instead of the one before; no effect where they do. They
   * subscribe at its price of the interval {@code NONE}; without one they begin without a plan. Two
   * callers at once take turns, and the later one prevails.
   *
   * @throws NotFoundException when there is no plan with that id
   * @throws dev.croft.exception.CheckException when it is offered no more
   */
  public Plan makeDefault(PlanId id) {
    return session.transactionResult(
        tx -> {
          lockAll(tx.dsl());
          Plan plan = in(tx).get(id);
          return plan.isDefault() ? plan : replaceDefault(tx, id);
        });
  }

  /** In one order, so that nobody waits for who waits for them. */
  private static void lockAll(DSLContext dsl) {
    dsl.select(PLANS.ID).from(PLANS).orderBy(PLANS.ID).forUpdate().fetch();
  }

  private static Plan replaceDefault(SystemSession tx, PlanId id) {
    setDefault(tx, DSL.condition(PLANS.IS_DEFAULT), false);
    return setDefault(tx, PLANS.ID.eq(id.value()), true).getFirst();
  }

  private static List<Plan> setDefault(SystemSession tx, Condition which, boolean isDefault) {
    List<Plan> changed =
        tx.dsl()
            .update(PLANS)
            .set(PLANS.IS_DEFAULT, isDefault)
            .set(PLANS.VERSION, PLANS.VERSION.plus(1))
            .where(which)
            .returning()
            .fetch(PlanRows::toPlan);
    changed.forEach(
        plan -> log(tx, BillingLog.plan("update", plan.id()).to(BillingLog.state(plan))));
    return changed;
  }

  /** What a plan gives; what is not mentioned it does not give. */
  public Map<LimitName, Maximum> limits(PlanId plan) {
    return rows.limits(plan);
  }

  /**
   * Lets a plan give so much of something, to those who subscribed already as well; no effect where
   * it does. Two callers at once take turns, and the later one prevails.
   *
   * @throws NotFoundException when there is no plan with that id, or no limit of that name
   */
  public void setLimit(PlanId plan, LimitName limit, Maximum maximum) {
    changeLimit(plan, limit, Optional.of(maximum));
  }

  /**
   * Lets a plan give nothing of something, to those who subscribed already as well; no effect where
   * it gives none.
   *
   * @throws NotFoundException when there is no plan with that id, or no limit of that name
   */
  public void removeLimit(PlanId plan, LimitName limit) {
    changeLimit(plan, limit, Optional.empty());
  }

  private void changeLimit(PlanId plan, LimitName limit, Optional<Maximum> maximum) {
    session.transaction(
        tx -> {
          UUID id = LimitRows.id(tx.dsl(), limit);
          lock(tx.dsl(), plan);
          Optional<Maximum> before = Optional.ofNullable(in(tx).limits(plan).get(limit));
          if (!before.equals(maximum)) {
            maximum.ifPresentOrElse(
                given -> write(tx.dsl(), plan, id, given), () -> remove(tx.dsl(), plan, id));
            log(
                tx,
                BillingLog.plan("limit", plan)
                    .from(BillingLog.state(limit, before))
                    .to(BillingLog.state(limit, maximum)));
          }
        });
  }

  private static void lock(DSLContext dsl, PlanId plan) {
    if (dsl.select(PLANS.ID)
        .from(PLANS)
        .where(PLANS.ID.eq(plan.value()))
        .forNoKeyUpdate()
        .fetch()
        .isEmpty()) {
      throw new NotFoundException("plan", plan.toString());
    }
  }

  private static void write(DSLContext dsl, PlanId plan, UUID limit, Maximum maximum) {
    dsl.insertInto(PLAN_LIMITS)
        .set(PLAN_LIMITS.PLAN_ID, plan.value())
        .set(PLAN_LIMITS.LIMIT_ID, limit)
        .set(PLAN_LIMITS.MAXIMUM, LimitRows.value(maximum))
        .onConflict(PLAN_LIMITS.PLAN_ID, PLAN_LIMITS.LIMIT_ID)
        .doUpdate()
        .set(PLAN_LIMITS.MAXIMUM, LimitRows.value(maximum))
        .execute();
  }

  private static void remove(DSLContext dsl, PlanId plan, UUID limit) {
    dsl.deleteFrom(PLAN_LIMITS)
        .where(PLAN_LIMITS.PLAN_ID.eq(plan.value()).and(PLAN_LIMITS.LIMIT_ID.eq(limit)))
        .execute();
  }
}
