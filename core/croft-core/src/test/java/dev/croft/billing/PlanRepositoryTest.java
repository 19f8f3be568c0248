package dev.croft.billing;

import static dev.croft.billing.Market.ALL;
import static dev.croft.billing.Market.stripe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.audit.AuditObject;
import dev.croft.audit.SystemAuditLogRepository;
import dev.croft.exception.CheckException;
import dev.croft.exception.DuplicateKeyException;
import dev.croft.exception.ForeignKeyException;
import dev.croft.exception.NotFoundException;
import dev.croft.exception.StaleVersionException;
import dev.croft.fixture.Crowd;
import dev.croft.fixture.Waiting;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plans, prices and what they give, as the system writes them and tenants read them. */
@NullUnmarked
class PlanRepositoryTest {
  private static final LimitName TODOS = new LimitName("todos");
  private static final LimitName MEMBERS = new LimitName("members");
  private static final LimitName STORAGE = new LimitName("storage");

  private Market market;
  private SystemPlanRepository plans;
  private SystemPriceRepository prices;
  private PlanRepository ofTenants;
  private Plan team;

  @BeforeEach
  void open() {
    market = new Market();
    plans = SystemPlanRepository.in(market.system());
    prices = SystemPriceRepository.in(market.system());
    ofTenants = PlanRepository.in(market.village().acme());
    team = plans.findByName("team").orElseThrow();
  }

  @AfterEach
  void close() {
    market.close();
  }

  private List<String> told(String kind, UUID id) {
    return SystemAuditLogRepository.in(market.system())
        .page(new AuditObject(kind, id), ALL)
        .items()
        .reversed()
        .stream()
        .map(Market::told)
        .toList();
  }

  @Test
  void every_tenant_reads_plans_prices_and_what_they_give() {
    for (PlanRepository read : List.of(ofTenants, PlanRepository.in(market.village().globex()))) {
      assertThat(read.list()).extracting(Plan::name).containsExactly("free", "team", "business");
      assertThat(read.findByName("team")).contains(team);
      assertThat(read.get(team.id())).isEqualTo(team);
      assertThat(read.prices(team.id()))
          .extracting(PlanPrice::interval)
          .containsExactlyInAnyOrder(BillingInterval.MONTH, BillingInterval.YEAR);
      assertThat(read.limits(team.id()))
          .isEqualTo(
              Map.of(
                  MEMBERS, Maximum.of(25),
                  STORAGE, Maximum.of(10_000_000_000L),
                  TODOS, Maximum.of(10_000)));
    }
    PlanId business = plans.findByName("business").orElseThrow().id();
    assertThat(ofTenants.limits(business)).containsEntry(TODOS, Maximum.unlimited());
  }

  @Test
  void a_plan_that_does_not_exist_is_not_found() {
    PlanId unknown = new PlanId(UUID.randomUUID());
    assertThat(ofTenants.find(unknown)).isEmpty();
    assertThat(ofTenants.prices(unknown)).isEmpty();
    assertThat(ofTenants.limits(unknown)).isEmpty();
    assertThatThrownBy(() -> ofTenants.get(unknown))
        .isInstanceOf(NotFoundException.class)
        .hasMessageStartingWith("plan %s was not found".formatted(unknown));
    assertThatThrownBy(() -> plans.setLimit(unknown, TODOS, Maximum.of(1)))
        .isInstanceOf(NotFoundException.class)
        .hasMessageStartingWith("plan %s was not found".formatted(unknown));
    assertThatThrownBy(() -> prices.create(unknown, BillingInterval.MONTH))
        .isInstanceOf(ForeignKeyException.class);
    assertThatThrownBy(() -> prices.deactivate(new PlanPriceId(unknown.value())))
        .isInstanceOf(NotFoundException.class)
        .hasMessageStartingWith("plan price %s was not found".formatted(unknown));
  }

  @Test
  void a_plan_that_is_offered_no_more_is_read_but_not_listed() {
    Plan deactivated = plans.update(team.deactivated().described("For old friends."));
    assertThat(ofTenants.list()).extracting(Plan::name).containsExactly("free", "business");
    assertThat(ofTenants.prices(team.id())).isEmpty();
    assertThat(ofTenants.find(team.id())).contains(deactivated);
    assertThat(plans.list()).hasSize(3);
    assertThat(prices.list(team.id())).hasSize(2);
    assertThat(plans.update(deactivated.reactivated()).version()).isEqualTo(3);
    assertThat(ofTenants.list()).hasSize(3);
    assertThat(told("plan", team.id().value()))
        .containsExactly(
            "plan:update {is_active=true, is_default=false, name=team} →"
                + " {is_active=false, is_default=false, name=team}",
            "plan:update {is_active=false, is_default=false, name=team} →"
                + " {is_active=true, is_default=false, name=team}");
  }

  @Test
  void a_plan_that_changed_since_it_was_read_is_not_overwritten() {
    plans.update(team.deactivated());
    assertThatThrownBy(() -> plans.update(team.described("Cheap.")))
        .isInstanceOf(StaleVersionException.class)
        .hasMessageStartingWith("plan %s was not changed".formatted(team.id()));
  }

  @Test
  void a_new_plan_has_a_name_of_its_own_no_price_and_gives_nothing() {
    Plan created = plans.create(new NewPlan("solo", "For one."));
    assertThat(prices.list(created.id())).isEmpty();
    assertThat(plans.limits(created.id())).isEmpty();
    assertThat(created.isActive()).isTrue();
    assertThat(created.isDefault()).isFalse();
    assertThatThrownBy(() -> plans.create(new NewPlan("solo", "Again.")))
        .isInstanceOf(DuplicateKeyException.class);
    assertThatThrownBy(() -> plans.create(new NewPlan("Not a name", "")))
        .isInstanceOf(CheckException.class);
    assertThat(told("plan", created.id().value()))
        .containsExactly("plan:create {} → {is_active=true, is_default=false, name=solo}");
  }

  @Test
  void new_tenants_begin_with_the_default_plan_which_is_one_that_is_offered() {
    Plan solo = plans.create(new NewPlan("solo", "For one."));
    PlanPrice price = prices.create(solo.id(), BillingInterval.NONE);
    assertThat(plans.makeDefault(solo.id()).isDefault()).isTrue();
    assertThat(plans.makeDefault(solo.id()).version()).isEqualTo(2);
    assertThat(plans.list()).filteredOn(Plan::isDefault).hasSize(1);
    assertThat(SubscriptionRepository.in(market.session(market.settle())).get().price())
        .isEqualTo(price);
    assertThatThrownBy(() -> plans.update(plans.get(solo.id()).deactivated()))
        .isInstanceOf(CheckException.class)
        .hasMessageContaining("plans_default_check");
    plans.update(team.deactivated());
    assertThatThrownBy(() -> plans.makeDefault(team.id())).isInstanceOf(CheckException.class);
    prices.deactivate(price.id());
    assertThat(SubscriptionRepository.in(market.session(market.settle())).find())
        .as("without an active price of no interval")
        .isEmpty();
  }

  @Test
  void of_two_who_make_a_plan_the_default_at_once_the_later_one_prevails() {
    PlanId business = plans.findByName("business").orElseThrow().id();
    CompletableFuture<Plan> second =
        market
            .system()
            .transactionResult(
                tx -> {
                  SystemPlanRepository.in(tx).makeDefault(team.id());
                  return Waiting.forLock(
                      market.village(),
                      () -> SystemPlanRepository.in(market.system()).makeDefault(business));
                });
    second.join();
    assertThat(plans.list())
        .filteredOn(Plan::isDefault)
        .extracting(Plan::id)
        .containsExactly(business);
  }

  @Test
  void what_a_plan_gives_is_changed_for_those_who_have_it() {
    plans.setLimit(team.id(), TODOS, Maximum.unlimited());
    plans.setLimit(team.id(), TODOS, Maximum.unlimited());
    plans.removeLimit(team.id(), STORAGE);
    plans.removeLimit(team.id(), STORAGE);
    assertThat(ofTenants.limits(team.id()))
        .isEqualTo(Map.of(MEMBERS, Maximum.of(25), TODOS, Maximum.unlimited()));
    assertThat(told("plan", team.id().value()))
        .containsExactly(
            "plan:limit {maximum=10000, name=todos} → {maximum=unlimited, name=todos}",
            "plan:limit {maximum=10000000000, name=storage} → {name=storage}");
    assertThatThrownBy(() -> plans.setLimit(team.id(), new LimitName("moons"), Maximum.of(1)))
        .isInstanceOf(NotFoundException.class)
        .hasMessageStartingWith("limit moons was not found");
  }

  @Test
  void of_two_who_set_a_limit_at_once_the_later_one_prevails_and_knows_the_one_before() {
    CompletableFuture<Void> second =
        market
            .system()
            .transactionResult(
                tx -> {
                  SystemPlanRepository.in(tx).setLimit(team.id(), TODOS, Maximum.of(1));
                  return Waiting.forLock(
                      market.village(),
                      () -> {
                        SystemPlanRepository.in(market.system())
                            .setLimit(team.id(), TODOS, Maximum.of(2));
                        return null;
                      });
                });
    second.join();
    assertThat(plans.limits(team.id())).containsEntry(TODOS, Maximum.of(2));
    assertThat(told("plan", team.id().value()).getLast())
        .isEqualTo("plan:limit {maximum=1, name=todos} → {maximum=2, name=todos}");
  }

  @Test
  void another_price_is_a_successor_and_the_old_one_stays() {
    PlanPrice old = market.price("team", BillingInterval.MONTH);
    assertThatThrownBy(() -> prices.create(team.id(), BillingInterval.MONTH))
        .isInstanceOfSatisfying(
            DuplicateKeyException.class,
            e -> assertThat(e.constraint()).isEqualTo("plan_prices_interval_unique"));
    PlanPrice successor =
        market
            .system()
            .transactionResult(
                tx -> {
                  SystemPriceRepository.in(tx).deactivate(old.id());
                  return SystemPriceRepository.in(tx).create(team.id(), BillingInterval.MONTH);
                });
    assertThat(ofTenants.prices(team.id())).contains(successor).hasSize(2);
    assertThat(prices.list(team.id())).hasSize(3);
    assertThat(prices.find(old.id()).orElseThrow().isActive()).isFalse();
    prices.deactivate(old.id());
    assertThat(told("plan_price", old.id().value()))
        .containsExactly(
            "plan_price:deactivate {} → {billing_interval=month, is_active=false, plan=team}");
  }

  @Test
  void a_price_is_found_by_what_providers_call_it() {
    PlanPrice month = market.price("team", BillingInterval.MONTH);
    PlanPrice year = market.price("team", BillingInterval.YEAR);
    ProviderReference first = stripe("price");
    ProviderReference second = stripe("price");
    prices.setReference(month.id(), first);
    prices.setReference(month.id(), second);
    assertThat(prices.findByReference(first)).isEmpty();
    assertThat(prices.findByReference(second)).contains(month);
    assertThat(prices.references(month.id())).containsExactly(second);
    assertThatThrownBy(() -> prices.setReference(year.id(), second))
        .isInstanceOf(DuplicateKeyException.class)
        .hasMessageNotContaining(second.externalId());
    prices.removeReference(month.id(), "stripe");
    prices.removeReference(month.id(), "stripe");
    assertThat(prices.references(month.id())).isEmpty();
    assertThat(told("plan_price", month.id().value()))
        .containsExactly(
            "plan_price:link {} → {provider=stripe}",
            "plan_price:link {} → {provider=stripe}",
            "plan_price:unlink {provider=stripe} → {}");
  }

  @Test
  void what_a_provider_calls_a_price_is_told_by_many_at_once() {
    PlanPriceId month = market.price("team", BillingInterval.MONTH).id();
    ProviderReference reference = stripe("price");
    List<Future<Boolean>> callers =
        Crowd.of(
            6,
            () -> {
              prices.setReference(month, reference);
              return true;
            });
    assertThat(Crowd.results(callers)).hasSize(6);
    assertThat(prices.references(month)).containsExactly(reference);
  }

  @Test
  void plans_are_not_shown_in_words() {
    assertThat(team.toString()).doesNotContain("team", "works together");
    assertThat(market.price("team", BillingInterval.YEAR).toString()).doesNotContain("team");
  }
}
