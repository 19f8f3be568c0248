package dev.croft.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.exception.DuplicateKeyException;
import dev.croft.exception.ForeignKeyException;
import dev.croft.exception.NotFoundException;
import dev.croft.fixture.Waiting;
import dev.croft.isolation.TenantId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How much a tenant may have: what it was given, else what its plan gives. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitRepositoryTest {
  private static final LimitName TODOS = new LimitName("todos");
  private static final LimitName MEMBERS = new LimitName("members");
  private static final LimitName SEALS = new LimitName("seals");

  private Market market;
  private SystemLimitRepository system;
  private SystemSubscriptionRepository subscriptions;
  private TenantId tenant;
  private LimitRepository limits;

  @BeforeAll
  void open() {
    market = new Market();
    system = SystemLimitRepository.in(market.system());
    subscriptions = SystemSubscriptionRepository.in(market.system());
    system.create(new Limit(SEALS, "seals"));
  }

  @BeforeEach
  void settle() {
    tenant = market.settle();
    limits = LimitRepository.in(market.session(tenant));
  }

  @AfterAll
  void close() {
    market.close();
  }

  @Test
  void the_plan_says_how_much() {
    assertThat(limits.find(TODOS))
        .contains(new LimitInEffect(new Limit(TODOS, "todos"), Maximum.of(100), false));
    assertThat(limits.list())
        .extracting(limit -> limit.limit().name().value())
        .containsExactly("members", "storage", "todos");
    assertThat(system.list(tenant)).isEqualTo(limits.list());
  }

  @Test
  void what_a_plan_does_not_mention_is_not_given_which_is_not_the_same_as_unlimited() {
    assertThat(limits.find(SEALS)).isEmpty();
    assertThat(limits.find(new LimitName("unheard_of"))).isEmpty();
    assertThatThrownBy(() -> limits.get(SEALS))
        .isInstanceOf(NotFoundException.class)
        .hasMessageStartingWith("limit seals was not found");
    system.override(tenant, SEALS, Maximum.unlimited());
    assertThat(limits.get(SEALS).maximum()).isEqualTo(Maximum.unlimited());
    assertThat(limits.get(SEALS).maximum().allows(Long.MAX_VALUE)).isTrue();
  }

  @Test
  void a_maximum_allows_no_more_than_it_says() {
    assertThat(Maximum.of(3).allows(3)).isTrue();
    assertThat(Maximum.of(3).allows(4)).isFalse();
    assertThat(Maximum.of(0).allows(1)).isFalse();
    assertThatThrownBy(() -> Maximum.of(-1)).hasMessage("A maximum is not negative.");
  }

  @Test
  void an_override_comes_before_the_plan_in_both_directions() {
    system.override(tenant, TODOS, Maximum.of(5));
    system.override(tenant, MEMBERS, Maximum.unlimited());
    assertThat(limits.get(TODOS))
        .isEqualTo(new LimitInEffect(new Limit(TODOS, "todos"), Maximum.of(5), true));
    assertThat(limits.get(MEMBERS).maximum()).isEqualTo(Maximum.unlimited());
    assertThat(system.find(tenant, TODOS)).isEqualTo(limits.find(TODOS));
    system.removeOverride(tenant, TODOS);
    assertThat(limits.get(TODOS).maximum()).isEqualTo(Maximum.of(100));
  }

  @Test
  void an_upgrade_gives_more_at_once() {
    SubscriptionId id = subscriptions.find(tenant).orElseThrow().id();
    subscriptions.changePrice(tenant, id, market.price("business", BillingInterval.YEAR).id());
    assertThat(limits.get(TODOS).maximum()).isEqualTo(Maximum.unlimited());
    subscriptions.changePrice(tenant, id, market.price("team", BillingInterval.YEAR).id());
    assertThat(limits.get(TODOS).maximum()).isEqualTo(Maximum.of(10_000));
  }

  @ParameterizedTest
  @EnumSource
  void a_plan_counts_while_its_subscription_entitles_to_it(SubscriptionStatus status) {
    SubscriptionId id = subscriptions.find(tenant).orElseThrow().id();
    subscriptions.changeStatus(tenant, id, status);
    system.override(tenant, MEMBERS, Maximum.of(1));
    assertThat(limits.find(TODOS).isPresent())
        .isEqualTo(
            List.of(
                    SubscriptionStatus.TRIALING,
                    SubscriptionStatus.ACTIVE,
                    SubscriptionStatus.PAST_DUE)
                .contains(status));
    assertThat(limits.get(MEMBERS).maximum()).isEqualTo(Maximum.of(1));
  }

  @Test
  void overrides_are_told_to_the_tenant_once() {
    system.override(tenant, TODOS, Maximum.of(5));
    system.override(tenant, TODOS, Maximum.of(5));
    system.override(tenant, TODOS, Maximum.unlimited());
    system.removeOverride(tenant, TODOS);
    system.removeOverride(tenant, TODOS);
    assertThat(market.told(tenant).subList(1, 4))
        .containsExactly(
            "limit:override {name=todos} → {maximum=5, name=todos}",
            "limit:override {maximum=5, name=todos} → {maximum=unlimited, name=todos}",
            "limit:remove_override {maximum=unlimited, name=todos} → {}");
    assertThat(market.told(tenant)).hasSize(4);
  }

  @Test
  void of_two_who_override_a_limit_at_once_the_later_one_prevails_and_knows_the_one_before() {
    CompletableFuture<Void> second =
        market
            .system()
            .transactionResult(
                tx -> {
                  SystemLimitRepository.in(tx).override(tenant, TODOS, Maximum.of(1));
                  return Waiting.forLock(
                      market.village(),
                      () -> {
                        SystemLimitRepository.in(market.system())
                            .override(tenant, TODOS, Maximum.of(2));
                        return null;
                      });
                });
    second.join();
    assertThat(limits.get(TODOS).maximum()).isEqualTo(Maximum.of(2));
    assertThat(market.told(tenant).getLast())
        .isEqualTo("limit:override {maximum=1, name=todos} → {maximum=2, name=todos}");
  }

  @Test
  void what_does_not_exist_is_not_overridden() {
    TenantId nobody = new TenantId(UUID.randomUUID());
    assertThatThrownBy(() -> system.override(nobody, TODOS, Maximum.of(1)))
        .isInstanceOf(NotFoundException.class)
        .hasMessageStartingWith("tenant %s was not found".formatted(nobody));
    assertThatThrownBy(() -> system.override(tenant, new LimitName("moons"), Maximum.of(1)))
        .isInstanceOf(NotFoundException.class)
        .hasMessageStartingWith("limit moons was not found");
  }

  @Test
  void what_can_be_limited_has_a_name_of_its_own_and_stays_while_it_is_used() {
    LimitName gates = new LimitName("gates");
    system.create(new Limit(gates, "gates"));
    assertThat(system.list()).contains(new Limit(gates, "gates"));
    assertThatThrownBy(() -> system.create(new Limit(gates, "doors")))
        .isInstanceOf(DuplicateKeyException.class);
    system.override(tenant, gates, Maximum.of(1));
    assertThatThrownBy(() -> system.delete(gates)).isInstanceOf(ForeignKeyException.class);
    system.removeOverride(tenant, gates);
    system.delete(gates);
    system.delete(gates);
    assertThat(system.list()).doesNotContain(new Limit(gates, "gates"));
    assertThatThrownBy(() -> new LimitName("Gates"))
        .hasMessage(
            "A limit is named in lower case letters, digits and underscores, as in members.");
  }

  @Test
  void another_tenant_has_limits_of_its_own() {
    system.override(tenant, TODOS, Maximum.of(5));
    LimitRepository theirs = LimitRepository.in(market.session(market.settle()));
    assertThat(theirs.get(TODOS).maximum()).isEqualTo(Maximum.of(100));
    LimitRepository none = LimitRepository.in(market.session(market.settleWithoutPlan()));
    assertThat(none.find(TODOS)).isEmpty();
    assertThat(none.list()).isEmpty();
  }
}
