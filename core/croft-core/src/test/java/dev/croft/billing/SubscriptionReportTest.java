package dev.croft.billing;

import static dev.croft.billing.Market.stripe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.exception.DuplicateKeyException;
import dev.croft.exception.ForeignKeyException;
import dev.croft.fixture.Waiting;
import dev.croft.isolation.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What providers say of subscriptions: twice, late, in any order, and at once. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubscriptionReportTest {
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  private Market market;
  private SystemSubscriptionRepository subscriptions;
  private SubscriptionTerms terms;
  private TenantId tenant;
  private SubscriptionId id;
  private ProviderReference reference;

  @BeforeAll
  void open() {
    market = new Market();
    subscriptions = SystemSubscriptionRepository.in(market.system());
    terms = SubscriptionTerms.at(market.price("team", BillingInterval.MONTH).id());
  }

  @BeforeEach
  void settle() {
    tenant = market.settle();
    id = subscriptions.find(tenant).orElseThrow().id();
    reference = stripe("sub");
    subscriptions.link(tenant, id, reference);
  }

  @AfterAll
  void close() {
    market.close();
  }

  private Subscription report(int seconds, SubscriptionTerms reported) {
    return subscriptions.report(reference, NOON.plusSeconds(seconds), reported).orElseThrow();
  }

  private SystemSubscriptionRepository elsewhere() {
    return SystemSubscriptionRepository.in(market.system());
  }

  @Test
  void a_subscription_is_found_by_what_the_provider_calls_it() {
    assertThat(subscriptions.findByReference(reference)).contains(subscriptions.get(tenant, id));
    assertThat(subscriptions.findByReference(stripe("sub"))).isEmpty();
    assertThat(
            subscriptions.findByReference(new ProviderReference("paddle", reference.externalId())))
        .isEmpty();
  }

  @Test
  void a_report_is_taken_over_as_a_whole() {
    SubscriptionTerms reported =
        terms
            .withSeats(4)
            .withStatus(SubscriptionStatus.TRIALING)
            .withTrial(new Period(NOON, NOON.plusSeconds(60)))
            .withPeriod(new Period(NOON, NOON.plusSeconds(60)))
            .withCancellation(NOON.plusSeconds(60));
    assertThat(report(0, reported).terms()).isEqualTo(reported);
    assertThat(report(1, terms).terms()).isEqualTo(terms);
    assertThat(market.told(tenant).getLast()).startsWith("subscription:report {cancels_at=");
  }

  @Test
  void a_report_that_is_delivered_twice_changes_nothing_and_is_told_once() {
    Subscription once = report(0, terms.withSeats(4));
    assertThat(report(0, terms.withSeats(4))).isEqualTo(once);
    assertThat(market.told(tenant)).hasSize(3);
  }

  @Test
  void in_whatever_order_reports_come_the_latest_prevails() {
    List<Integer> seconds = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7, 8));
    seconds.addAll(List.of(2, 5, 8));
    Collections.shuffle(seconds, new Random(4));
    seconds.forEach(second -> report(second, terms.withSeats(second)));
    assertThat(subscriptions.get(tenant, id).seats()).isEqualTo(8);
  }

  @Test
  void of_two_reports_of_the_same_time_the_one_that_comes_later_prevails() {
    report(0, terms.withSeats(4));
    assertThat(report(0, terms.withSeats(5)).seats()).isEqualTo(5);
  }

  @Test
  void a_report_on_what_has_ended_does_not_bring_it_back() {
    Subscription ended = report(5, terms.withStatus(SubscriptionStatus.CANCELED));
    assertThat(report(6, terms)).isEqualTo(ended);
    assertThat(report(4, terms)).isEqualTo(ended);
    assertThat(subscriptions.find(tenant)).isEmpty();
  }

  @Test
  void a_report_on_what_has_ended_does_not_touch_its_successor() {
    report(5, terms.withStatus(SubscriptionStatus.CANCELED));
    Subscription next = subscriptions.start(tenant, terms, stripe("sub"));
    report(6, terms.withSeats(9));
    assertThat(subscriptions.find(tenant)).contains(next);
  }

  @Test
  void a_report_on_a_subscription_that_is_not_known_is_for_somebody_else() {
    assertThat(subscriptions.report(stripe("sub"), NOON, terms)).isEmpty();
  }

  @Test
  void a_report_names_a_price_that_there_is() {
    SubscriptionTerms unknown = terms.withPrice(new PlanPriceId(UUID.randomUUID()));
    assertThatThrownBy(() -> report(0, unknown)).isInstanceOf(ForeignKeyException.class);
    assertThat(report(0, terms).terms())
        .as("what failed left no trace of its time")
        .isEqualTo(terms);
  }

  @Test
  void of_two_reports_at_once_the_older_one_waits_and_has_no_effect() {
    CompletableFuture<Subscription> older =
        market
            .system()
            .transactionResult(
                tx -> {
                  SystemSubscriptionRepository.in(tx)
                      .report(reference, NOON.plusSeconds(2), terms.withSeats(2));
                  return Waiting.forLock(
                      market.village(),
                      () ->
                          elsewhere()
                              .report(reference, NOON.plusSeconds(1), terms.withSeats(1))
                              .orElseThrow());
                });
    assertThat(older.join().seats()).isEqualTo(2);
    assertThat(market.told(tenant)).hasSize(3);
  }

  @Test
  void of_two_changes_at_once_both_are_kept() {
    Period period = new Period(NOON, NOON.plusSeconds(60));
    CompletableFuture<Subscription> second =
        market
            .system()
            .transactionResult(
                tx -> {
                  SystemSubscriptionRepository.in(tx).renew(tenant, id, period);
                  return Waiting.forLock(
                      market.village(), () -> elsewhere().changeSeats(tenant, id, 6));
                });
    assertThat(second.join().seats()).isEqualTo(6);
    assertThat(second.join().period()).contains(period);
  }

  @Test
  void of_two_who_cancel_at_once_one_is_told() {
    CompletableFuture<Subscription> second =
        market
            .system()
            .transactionResult(
                tx -> {
                  SystemSubscriptionRepository.in(tx).cancel(tenant, id);
                  return Waiting.forLock(market.village(), () -> elsewhere().cancel(tenant, id));
                });
    assertThat(second.join()).isEqualTo(subscriptions.get(tenant, id));
    assertThat(market.told(tenant)).filteredOn(told -> told.contains(":cancel ")).hasSize(1);
  }

  @Test
  void of_two_who_start_the_same_at_once_both_get_the_one() {
    TenantId other = market.settleWithoutPlan();
    ProviderReference started = stripe("sub");
    CompletableFuture<Subscription> second =
        market
            .system()
            .transactionResult(
                tx -> {
                  SystemSubscriptionRepository.in(tx).start(other, terms, started);
                  return Waiting.forLock(
                      market.village(), () -> elsewhere().start(other, terms, started));
                });
    assertThat(subscriptions.find(other)).contains(second.join());
    assertThat(subscriptions.start(other, terms.withSeats(3), started)).isEqualTo(second.join());
    assertThat(market.told(other)).filteredOn(told -> told.contains("plan=team")).hasSize(1);
  }

  @Test
  void of_two_who_start_another_at_once_one_succeeds() {
    TenantId other = market.settleWithoutPlan();
    CompletableFuture<Subscription> second =
        market
            .system()
            .transactionResult(
                tx -> {
                  SystemSubscriptionRepository.in(tx).start(other, terms);
                  return Waiting.forLock(
                      market.village(), () -> elsewhere().start(other, terms, stripe("sub")));
                });
    assertThatThrownBy(second::join).hasCauseInstanceOf(DuplicateKeyException.class);
    assertThat(subscriptions.page(other, Market.ALL).items()).hasSize(2);
  }

  @Test
  void a_price_that_is_being_subscribed_at_is_deactivated_after_that() {
    PlanId plan =
        SystemPlanRepository.in(market.system())
            .create(new NewPlan("flash_sale", "Soon over."))
            .id();
    PlanPriceId price =
        SystemPriceRepository.in(market.system()).create(plan, BillingInterval.MONTH).id();
    CompletableFuture<PlanPrice> second =
        market
            .system()
            .transactionResult(
                tx -> {
                  SystemSubscriptionRepository.in(tx).changePrice(tenant, id, price);
                  return Waiting.forLock(
                      market.village(),
                      () -> SystemPriceRepository.in(market.system()).deactivate(price));
                });
    assertThat(second.join().isActive()).isFalse();
    assertThat(subscriptions.get(tenant, id).price().id()).isEqualTo(price);
  }

  @Test
  void a_reference_belongs_to_one_subscription_and_is_recorded_once() {
    subscriptions.link(tenant, id, reference);
    assertThat(market.told(tenant))
        .filteredOn(told -> told.startsWith("subscription:link"))
        .containsExactly("subscription:link {} → {provider=stripe}");
    assertThatThrownBy(() -> subscriptions.link(tenant, id, stripe("sub")))
        .isInstanceOfSatisfying(
            DuplicateKeyException.class,
            e -> assertThat(e.constraint()).isEqualTo("subscription_references_pk"));
    TenantId other = market.settle();
    SubscriptionId theirs = subscriptions.find(other).orElseThrow().id();
    assertThatThrownBy(() -> subscriptions.link(other, theirs, reference))
        .isInstanceOfSatisfying(
            DuplicateKeyException.class,
            e -> assertThat(e.constraint()).isEqualTo("subscription_references_external_unique"))
        .hasMessageNotContaining(reference.externalId());
    TenantId third = market.settleWithoutPlan();
    assertThatThrownBy(() -> subscriptions.start(third, terms, reference))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void a_reference_is_of_a_form_and_does_not_show_the_provider_s_id() {
    assertThat(reference).hasToString("ProviderReference[provider=stripe]");
    assertThatThrownBy(() -> new ProviderReference("Stripe", "sub_1"))
        .hasMessage(
            "A provider is named in lower case letters, digits and underscores, as in stripe.");
    assertThatThrownBy(() -> new ProviderReference("stripe", ""))
        .hasMessage("The id of a provider has 1 to 255 characters.");
  }
}
