package dev.croft.billing;

import static dev.croft.billing.Market.ALL;
import static dev.croft.billing.Market.stripe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.exception.DuplicateKeyException;
import dev.croft.exception.NotFoundException;
import dev.croft.isolation.TenantId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The life of a subscription, as the system writes it and as its tenant reads it. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubscriptionRepositoryTest {
  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");

  private Market market;
  private SystemSubscriptionRepository subscriptions;
  private PlanPrice team;
  private PlanPrice business;
  private TenantId tenant;
  private Subscription free;

  @BeforeAll
  void open() {
    market = new Market();
    subscriptions = SystemSubscriptionRepository.in(market.system());
    team = market.price("team", BillingInterval.MONTH);
    business = market.price("business", BillingInterval.YEAR);
  }

  @BeforeEach
  void settle() {
    tenant = market.settle();
    free = subscriptions.find(tenant).orElseThrow();
  }

  @AfterAll
  void close() {
    market.close();
  }

  private SubscriptionRepository ofTenant() {
    return SubscriptionRepository.in(market.session(tenant));
  }

  @Test
  void a_new_tenant_begins_with_the_default_plan() {
    assertThat(free.price()).isEqualTo(market.price("free", BillingInterval.NONE));
    assertThat(free.status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(free.seats()).isEqualTo(1);
    assertThat(List.of(free.period(), free.trial(), free.cancelsAt()))
        .allSatisfy(time -> assertThat(time).isEmpty());
    assertThat(ofTenant().find()).contains(free);
    assertThat(market.told(tenant))
        .containsExactly(
            "subscription:start {} → {billing_interval=none, plan=free, plan_price_id=%s, seats=1,"
                    .formatted(free.price().id())
                + " status=active}");
  }

  @Test
  void a_tenant_reads_all_of_its_subscription_in_one_record() {
    TenantId other = market.settleWithoutPlan();
    Period period = new Period(MAY, JUNE);
    Period trial = new Period(MAY.minusSeconds(60), MAY);
    Subscription started =
        subscriptions.start(
            other,
            SubscriptionTerms.at(team.id())
                .withSeats(7)
                .withStatus(SubscriptionStatus.PAST_DUE)
                .withPeriod(period)
                .withTrial(trial)
                .withCancellation(JUNE));
    Subscription read = SubscriptionRepository.in(market.session(other)).get();
    assertThat(read).isEqualTo(started);
    assertThat(read.tenantId()).isEqualTo(other);
    assertThat(read.price()).isEqualTo(team);
    assertThat(read.price().plan()).isEqualTo("team");
    assertThat(read.price().interval()).isEqualTo(BillingInterval.MONTH);
    assertThat(read.status()).isEqualTo(SubscriptionStatus.PAST_DUE);
    assertThat(read.seats()).isEqualTo(7);
    assertThat(read.period()).contains(period);
    assertThat(read.trial()).contains(trial);
    assertThat(read.cancelsAt()).contains(JUNE);
  }

  @Test
  void each_change_is_told_with_what_differs() {
    SubscriptionId id = free.id();
    subscriptions.changePrice(tenant, id, team.id());
    subscriptions.changeSeats(tenant, id, 5);
    subscriptions.renew(tenant, id, new Period(MAY, JUNE));
    subscriptions.cancelAtPeriodEnd(tenant, id);
    subscriptions.withdrawCancellation(tenant, id);
    subscriptions.renew(tenant, id, new Period(JUNE, JULY));
    subscriptions.changeStatus(tenant, id, SubscriptionStatus.PAST_DUE);
    subscriptions.changePrice(tenant, id, business.id());
    subscriptions.pause(tenant, id);
    Subscription resumed = subscriptions.resume(tenant, id);
    assertThat(resumed.version()).isEqualTo(11);
    assertThat(market.told(tenant).subList(1, 11))
        .containsExactly(
            "subscription:change_price {billing_interval=none, plan=free, plan_price_id=%s} →"
                    .formatted(free.price().id())
                + " {billing_interval=month, plan=team, plan_price_id=%s}".formatted(team.id()),
            "subscription:change_seats {seats=1} → {seats=5}",
            "subscription:renew {} → {period_ends_at=2026-06-01T00:00:00Z,"
                + " period_starts_at=2026-05-01T00:00:00Z}",
            "subscription:schedule_cancellation {} → {cancels_at=2026-06-01T00:00:00Z}",
            "subscription:withdraw_cancellation {cancels_at=2026-06-01T00:00:00Z} → {}",
            "subscription:renew {period_ends_at=2026-06-01T00:00:00Z,"
                + " period_starts_at=2026-05-01T00:00:00Z} →"
                + " {period_ends_at=2026-07-01T00:00:00Z, period_starts_at=2026-06-01T00:00:00Z}",
            "subscription:change_status {status=active} → {status=past_due}",
            "subscription:change_price {billing_interval=month, plan=team, plan_price_id=%s} →"
                    .formatted(team.id())
                + " {billing_interval=year, plan=business, plan_price_id=%s}"
                    .formatted(business.id()),
            "subscription:pause {status=past_due} → {status=paused}",
            "subscription:resume {status=paused} → {status=active}");
  }

  @Test
  void what_is_so_already_is_not_changed_and_not_told() {
    SubscriptionId id = free.id();
    subscriptions.changePrice(tenant, id, team.id());
    subscriptions.changeSeats(tenant, id, 5);
    subscriptions.renew(tenant, id, new Period(MAY, JUNE));
    subscriptions.cancelAtPeriodEnd(tenant, id);
    Subscription before = subscriptions.get(tenant, id);
    List<String> told = market.told(tenant);
    subscriptions.changePrice(tenant, id, team.id());
    subscriptions.changeSeats(tenant, id, 5);
    subscriptions.renew(tenant, id, new Period(MAY, JUNE));
    subscriptions.cancelAtPeriodEnd(tenant, id);
    subscriptions.changeStatus(tenant, id, SubscriptionStatus.ACTIVE);
    subscriptions.resume(tenant, id);
    subscriptions.endTrial(tenant, id);
    assertThat(subscriptions.get(tenant, id)).isEqualTo(before);
    assertThat(market.told(tenant)).isEqualTo(told);
  }

  @Test
  void a_trial_begins_and_ends_before_its_time() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    Period trial = new Period(now.minusSeconds(60), now.plusSeconds(3600));
    Subscription trying = subscriptions.startTrial(tenant, free.id(), trial);
    assertThat(trying.status()).isEqualTo(SubscriptionStatus.TRIALING);
    assertThat(trying.trial()).contains(trial);
    Subscription ended = subscriptions.endTrial(tenant, free.id());
    assertThat(ended.status()).isEqualTo(SubscriptionStatus.ACTIVE);
    Period past = ended.trial().orElseThrow();
    assertThat(past.startsAt()).isEqualTo(trial.startsAt());
    assertThat(past.endsAt()).isBefore(trial.endsAt());
    assertThat(subscriptions.endTrial(tenant, free.id())).isEqualTo(ended);
  }

  @Test
  void a_trial_that_has_not_begun_leaves_no_trace() {
    Instant later = Instant.now().plusSeconds(3600);
    subscriptions.startTrial(tenant, free.id(), new Period(later, later.plusSeconds(60)));
    Subscription ended = subscriptions.endTrial(tenant, free.id());
    assertThat(ended.trial()).isEmpty();
    assertThat(ended.status()).isEqualTo(SubscriptionStatus.ACTIVE);
  }

  @Test
  void what_has_ended_stays_as_it_is_and_makes_place_for_another() {
    Subscription ended = subscriptions.cancel(tenant, free.id());
    assertThat(ended.status()).isEqualTo(SubscriptionStatus.CANCELED);
    assertThat(ended.cancelsAt()).isPresent();
    assertThat(ofTenant().find()).isEmpty();
    assertThat(subscriptions.cancel(tenant, free.id())).isEqualTo(ended);
    assertThat(subscriptions.changeStatus(tenant, free.id(), SubscriptionStatus.ACTIVE))
        .isEqualTo(ended);
    assertThatThrownBy(() -> subscriptions.changePrice(tenant, free.id(), team.id()))
        .isInstanceOf(NotFoundException.class)
        .hasMessage(
            ("live subscription %s was not found: this session sees no such row. Use find to handle"
                    + " absence, or check that the id belongs to the session's tenant.")
                .formatted(free.id()));
    Subscription next = subscriptions.start(tenant, SubscriptionTerms.at(team.id()));
    assertThat(ofTenant().find()).contains(next);
    assertThat(ofTenant().find(free.id())).contains(ended);
    assertThat(ofTenant().page(ALL).items()).containsExactly(ended, next);
    assertThat(subscriptions.page(tenant, ALL)).isEqualTo(ofTenant().page(ALL));
  }

  @Test
  void a_tenant_without_a_live_subscription_is_told_so() {
    subscriptions.cancel(tenant, free.id());
    assertThatThrownBy(() -> ofTenant().get())
        .isInstanceOf(NotFoundException.class)
        .hasMessageStartingWith("live subscription of tenant %s was not found".formatted(tenant));
  }

  @Test
  void a_tenant_has_one_live_subscription() {
    assertThatThrownBy(() -> subscriptions.start(tenant, SubscriptionTerms.at(team.id())))
        .isInstanceOfSatisfying(
            DuplicateKeyException.class,
            e -> assertThat(e.constraint()).isEqualTo("subscriptions_live_unique"));
    assertThat(ofTenant().find()).contains(free);
    assertThat(market.told(tenant)).hasSize(1);
  }

  @Test
  void what_has_no_period_does_not_end_with_it() {
    assertThatThrownBy(() -> subscriptions.cancelAtPeriodEnd(tenant, free.id()))
        .isInstanceOf(NotFoundException.class)
        .hasMessageStartingWith("period of subscription %s was not found".formatted(free.id()));
  }

  @Test
  void nobody_subscribes_at_a_price_that_is_not_offered_and_who_did_stays() {
    PlanId plan =
        SystemPlanRepository.in(market.system())
            .create(new NewPlan("early_bird", "Soon over."))
            .id();
    SystemPriceRepository prices = SystemPriceRepository.in(market.system());
    PlanPrice price = prices.create(plan, BillingInterval.MONTH);
    Subscription early = subscriptions.changePrice(tenant, free.id(), price.id());
    prices.deactivate(price.id());
    assertThat(subscriptions.changePrice(tenant, free.id(), price.id()).version())
        .isEqualTo(early.version());
    assertThat(ofTenant().get().price()).isEqualTo(prices.get(price.id()));
    TenantId late = market.settle();
    SubscriptionId theirs = subscriptions.find(late).orElseThrow().id();
    assertThatThrownBy(() -> subscriptions.changePrice(late, theirs, price.id()))
        .isInstanceOf(NotFoundException.class)
        .hasMessageStartingWith("offered plan price %s was not found".formatted(price.id()));
    TenantId later = market.settleWithoutPlan();
    assertThatThrownBy(() -> subscriptions.start(later, SubscriptionTerms.at(price.id())))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void what_does_not_exist_is_not_changed() {
    SubscriptionId unknown = new SubscriptionId(UUID.randomUUID());
    TenantId nobody = new TenantId(UUID.randomUUID());
    assertThatThrownBy(() -> subscriptions.cancel(tenant, unknown))
        .hasMessageStartingWith("subscription %s was not found".formatted(unknown));
    assertThatThrownBy(() -> subscriptions.cancel(market.settle(), free.id()))
        .hasMessageStartingWith("subscription %s was not found".formatted(free.id()));
    assertThatThrownBy(() -> subscriptions.start(nobody, SubscriptionTerms.at(team.id())))
        .hasMessageStartingWith("tenant %s was not found".formatted(nobody));
    assertThatThrownBy(() -> subscriptions.link(tenant, unknown, stripe("sub")))
        .hasMessageStartingWith("subscription %s was not found".formatted(unknown));
  }

  @Test
  void terms_are_checked_before_anything_is_sent() {
    assertThatThrownBy(() -> subscriptions.changeSeats(tenant, free.id(), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A subscription has at least 1 seat.");
    assertThatThrownBy(() -> new Period(JUNE, MAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A period ends after it starts.");
  }

  @Test
  void another_tenant_sees_none_of_it() {
    SubscriptionRepository theirs = SubscriptionRepository.in(market.session(market.settle()));
    assertThat(theirs.find(free.id())).isEmpty();
    assertThat(theirs.get()).isNotEqualTo(free);
    assertThat(theirs.page(ALL).items()).containsExactly(theirs.get());
    TenantId poor = market.settle();
    market.village().asSuperuser("delete from billing.subscriptions where tenant_id = '%s'", poor);
    SubscriptionRepository none = SubscriptionRepository.in(market.session(poor));
    assertThat(none.find()).isEmpty();
    assertThat(none.page(ALL).items()).isEmpty();
  }
}
