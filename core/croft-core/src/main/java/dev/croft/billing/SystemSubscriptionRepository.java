package dev.croft.billing;

import dev.croft.exception.NotFoundException;
import dev.croft.isolation.TenantId;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.session.SystemSession;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The subscriptions of all tenants. A tenant has at most one that is live; one that has ended stays
 * as it is. Each change leaves an entry in the tenant's audit log, in the same transaction, that
 * says what differs.
 *
 * <p>Callers who change one subscription at once take turns, each on what the one before left. What
 * is so already is not changed and leaves no entry, so that a method whose outcome is not known may
 * be called again.
 */
public final class SystemSubscriptionRepository {
  private final SystemSession session;
  private final SubscriptionRows rows;
  private final SubscriptionReferences references;

  private SystemSubscriptionRepository(SystemSession session) {
    this.session = session;
    this.rows = new SubscriptionRows(session.dsl());
    this.references = new SubscriptionReferences(session.dsl());
  }

  /** The subscriptions, as {@code session} may reach them. */
  public static SystemSubscriptionRepository in(SystemSession session) {
    return new SystemSubscriptionRepository(session);
  }

  /** Finds the live subscription of {@code tenant}, whatever its status entitles to. */
  public Optional<Subscription> find(TenantId tenant) {
    return rows.find(SubscriptionRows.isOf(tenant).and(SubscriptionRows.isLive()));
  }

  /** Finds a subscription of {@code tenant}, also one that has ended. */
  public Optional<Subscription> find(TenantId tenant, SubscriptionId id) {
    return rows.find(SubscriptionRows.is(tenant, id));
  }

  /** Finds the subscription that a provider calls so, also one that has ended. */
  public Optional<Subscription> findByReference(ProviderReference reference) {
    return references.find(reference).map(this::get);
  }

  /**
   * Returns a subscription of {@code tenant}, also one that has ended.
   *
   * @throws NotFoundException when the tenant has none with that id
   */
  public Subscription get(TenantId tenant, SubscriptionId id) {
    return find(tenant, id).orElseThrow(() -> new NotFoundException("subscription", id.toString()));
  }

  Subscription get(SubscriptionKey key) {
    return get(key.tenant(), key.id());
  }

  /** Lists the subscriptions of {@code tenant}, also those that have ended, oldest first. */
  public Page<Subscription> page(TenantId tenant, PageRequest request) {
    return rows.page(SubscriptionRows.isOf(tenant), request);
  }

  /**
   * Starts a subscription. Of two callers at once one succeeds.
   *
   * @throws NotFoundException when there is no such tenant, or the price is not offered
   * @throws dev.croft.exception.DuplicateKeyException when the tenant has a live subscription
   */
  public Subscription start(TenantId tenant, SubscriptionTerms terms) {
    return session.transactionResult(
        tx -> {
          TenantLock.take(tx.dsl(), tenant);
          return new SubscriptionChanges(tx).start(tenant, terms);
        });
  }

  /**
   * Starts a subscription that a provider knows. Called again, or by two callers at once, with the
   * same reference it returns the subscription that was started, as it stands.
   *
   * @throws NotFoundException when there is no such tenant, or the price is not offered
   * @throws dev.croft.exception.DuplicateKeyException when the tenant has another live
   *     subscription, or another tenant has the reference
   */
  public Subscription start(TenantId tenant, SubscriptionTerms terms, ProviderReference reference) {
    return session.transactionResult(
        tx -> {
          TenantLock.take(tx.dsl(), tenant);
          return new SubscriptionReferences(tx.dsl())
              .find(reference)
              .filter(key -> key.tenant().equals(tenant))
              .map(in(tx)::get)
              .orElseGet(() -> new SubscriptionChanges(tx).start(tenant, terms, reference));
        });
  }

  /**
   * Records what a provider calls a subscription; no effect where that is known.
   *
   * @throws NotFoundException when the tenant has no such subscription
   * @throws dev.croft.exception.DuplicateKeyException when the provider calls the subscription
   *     something else, or another subscription so
   */
  public void link(TenantId tenant, SubscriptionId id, ProviderReference reference) {
    SubscriptionKey key = new SubscriptionKey(tenant, id);
    session.transaction(tx -> new SubscriptionChanges(tx).link(key, reference));
  }

  /**
   * Takes over what a provider reports of a subscription, all of it at once: what a webhook calls.
   *
   * <p>Reports may be delivered twice, late and in any order: one that is older than one that was
   * taken over has no effect, nor has one on a subscription that has ended. Of two of the same
   * time, which is the provider's second, the one that comes later prevails; who must not rely on
   * that asks the provider for the state of things instead of believing the report. A price that is
   * offered no more is taken over as well: it is what the tenant pays.
   *
   * @param reportedAt when the provider made the report, by its clock
   * @return the subscription as it stands since, or empty if none has the reference
   * @throws dev.croft.exception.ForeignKeyException when there is no such price
   */
  public Optional<Subscription> report(
      ProviderReference reference, Instant reportedAt, SubscriptionTerms terms) {
    Instant at = reportedAt.truncatedTo(ChronoUnit.MICROS);
    return session.transactionResult(
        tx -> new SubscriptionChanges(tx).report(reference, at, terms));
  }

  /**
   * Lets the tenant pay another price, and with that have another plan: an upgrade or downgrade.
   *
   * @throws NotFoundException when the tenant has no such live subscription, or the price is not
   *     offered
   */
  public Subscription changePrice(TenantId tenant, SubscriptionId id, PlanPriceId price) {
    SubscriptionKey key = new SubscriptionKey(tenant, id);
    return session.transactionResult(tx -> new SubscriptionChanges(tx).changePrice(key, price));
  }

  /**
   * Lets the tenant pay for another number of members.
   *
   * @throws NotFoundException when the tenant has no such live subscription
   */
  public Subscription changeSeats(TenantId tenant, SubscriptionId id, int seats) {
    return changeLive(tenant, id, "change_seats", terms -> terms.withSeats(seats));
  }

  /**
   * Records the time that is paid for now, instead of the one before.
   *
   * @throws NotFoundException when the tenant has no such live subscription
   */
  public Subscription renew(TenantId tenant, SubscriptionId id, Period period) {
    return changeLive(tenant, id, "renew", terms -> terms.withPeriod(period));
  }

  /**
   * Lets the subscription be free for a time.
   *
   * @throws NotFoundException when the tenant has no such live subscription
   */
  public Subscription startTrial(TenantId tenant, SubscriptionId id, Period trial) {
    return changeLive(
        tenant,
        id,
        "start_trial",
        terms -> terms.withTrial(trial).withStatus(SubscriptionStatus.TRIALING));
  }

  /**
   * Ends a trial now, also one that has not begun; no effect where there is none. A subscription
   * that was free for it is active then.
   *
   * @throws NotFoundException when the tenant has no such live subscription
   */
  public Subscription endTrial(TenantId tenant, SubscriptionId id) {
    SubscriptionKey key = new SubscriptionKey(tenant, id);
    return session.transactionResult(
        tx ->
            new SubscriptionChanges(tx)
                .changeLive(key, "end_trial", SubscriptionTerms::withTrialEndedAt));
  }

  /**
   * Ends a subscription now; no effect where it has ended. The tenant has no plan until another one
   * is started.
   *
   * @throws NotFoundException when the tenant has no such subscription
   */
  public Subscription cancel(TenantId tenant, SubscriptionId id) {
    return changeStatus(tenant, id, SubscriptionStatus.CANCELED, "cancel");
  }

  /**
   * Records that a subscription ends with the time that is paid for now. It goes on until somebody
   * {@linkplain #cancel ends} it then.
   *
   * @throws NotFoundException when the tenant has no such live subscription, or it has no period
   */
  public Subscription cancelAtPeriodEnd(TenantId tenant, SubscriptionId id) {
    return changeLive(
        tenant,
        id,
        "schedule_cancellation",
        terms ->
            terms.withCancellation(
                terms
                    .period()
                    .orElseThrow(
                        () -> new NotFoundException("period of subscription", id.toString()))
                    .endsAt()));
  }

  /**
   * Takes back that a subscription is to end; no effect where it is not.
   *
   * @throws NotFoundException when the tenant has no such live subscription
   */
  public Subscription withdrawCancellation(TenantId tenant, SubscriptionId id) {
    return changeLive(
        tenant, id, "withdraw_cancellation", terms -> terms.withCancellation(Optional.empty()));
  }

  /**
   * Charges and gives nothing for the time being; no effect unless the subscription {@linkplain
   * SubscriptionStatus#isEntitled() entitles} to something.
   *
   * @throws NotFoundException when the tenant has no such live subscription
   */
  public Subscription pause(TenantId tenant, SubscriptionId id) {
    return changeLive(tenant, id, "pause", SubscriptionTerms::paused);
  }

  /**
   * Lets a paused subscription be active again; no effect where it is not paused.
   *
   * @throws NotFoundException when the tenant has no such live subscription
   */
  public Subscription resume(TenantId tenant, SubscriptionId id) {
    return changeLive(tenant, id, "resume", SubscriptionTerms::resumed);
  }

  /**
   * Writes how a subscription stands; no effect where it has ended. With a status that is final it
   * ends now.
   *
   * @throws NotFoundException when the tenant has no such subscription
   */
  public Subscription changeStatus(TenantId tenant, SubscriptionId id, SubscriptionStatus status) {
    return changeStatus(tenant, id, status, "change_status");
  }

  private Subscription changeStatus(
      TenantId tenant, SubscriptionId id, SubscriptionStatus status, String action) {
    SubscriptionKey key = new SubscriptionKey(tenant, id);
    return session.transactionResult(
        tx ->
            new SubscriptionChanges(tx)
                .change(key, action, (terms, now) -> terms.standingAs(status, now)));
  }

  private Subscription changeLive(
      TenantId tenant, SubscriptionId id, String action, UnaryOperator<SubscriptionTerms> change) {
    return session.transactionResult(
        tx ->
            new SubscriptionChanges(tx)
                .changeLive(
                    new SubscriptionKey(tenant, id), action, (terms, now) -> change.apply(terms)));
  }
}
