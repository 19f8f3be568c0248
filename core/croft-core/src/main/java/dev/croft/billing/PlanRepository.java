package dev.croft.billing;

import static dev.croft.schema.billing.Tables.PLAN_PRICES;

import dev.croft.exception.NotFoundException;
import dev.croft.session.TenantSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What tenants can subscribe to. Every tenant reads the same; the system writes, by {@link
 * SystemPlanRepository}.
 */
public final class PlanRepository {
  private final PlanRows rows;

  private PlanRepository(PlanRows rows) {
    this.rows = rows;
  }

  /** The plans, for {@code session}'s tenant to choose from. */
  public static PlanRepository in(TenantSession session) {
    return new PlanRepository(new PlanRows(session.dsl()));
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

  /** Lists the plans that are offered, oldest first. */
  public List<Plan> list() {
    return rows.list(PlanRows.isOffered());
  }

  /** Lists the prices at which a plan is offered; none for one that is offered no more. */
  public List<PlanPrice> prices(PlanId plan) {
    return rows.prices(
        PLAN_PRICES.PLAN_ID.eq(plan.value()).and(PLAN_PRICES.IS_ACTIVE).and(PlanRows.isOffered()));
  }

  /** What a plan gives; what is not mentioned it does not give. */
  public Map<LimitName, Maximum> limits(PlanId plan) {
    return rows.limits(plan);
  }
}
