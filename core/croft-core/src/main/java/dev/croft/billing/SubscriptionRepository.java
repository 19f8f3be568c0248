package dev.croft.billing;

import static dev.croft.schema.billing.Tables.SUBSCRIPTIONS;

import dev.croft.exception.NotFoundException;
import dev.croft.isolation.TenantId;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.session.TenantSession;
import java.util.Optional;
import org.jooq.impl.DSL;

/**
 * What one tenant subscribed to. At most one subscription is live; others have ended. Only the
 * system changes them, by {@link SystemSubscriptionRepository}.
 */
public final class SubscriptionRepository {
  private final TenantId tenant;
  private final SubscriptionRows rows;

  private SubscriptionRepository(TenantId tenant, SubscriptionRows rows) {
    this.tenant = tenant;
    this.rows = rows;
  }

  /** The subscriptions of {@code session}'s tenant. */
  public static SubscriptionRepository in(TenantSession session) {
    return new SubscriptionRepository(session.tenant(), new SubscriptionRows(session.dsl()));
  }

  /** Finds the live subscription, whatever its status entitles to. */
  public Optional<Subscription> find() {
    return rows.find(SubscriptionRows.isLive());
  }

  /** Finds a subscription, also one that has ended. */
  public Optional<Subscription> find(SubscriptionId id) {
    return rows.find(SUBSCRIPTIONS.ID.eq(id.value()));
  }

  /**
   * Returns the live subscription, whatever its status entitles to.
   *
   * @throws NotFoundException when the tenant has none
   */
  public Subscription get() {
    return find()
        .orElseThrow(() -> new NotFoundException("live subscription of tenant", tenant.toString()));
  }

  /** Lists subscriptions, also those that have ended, oldest first. */
  public Page<Subscription> page(PageRequest request) {
    return rows.page(DSL.noCondition(), request);
  }
}
