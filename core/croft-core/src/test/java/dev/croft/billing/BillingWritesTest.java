package dev.croft.billing;

import static dev.croft.billing.Market.stripe;
import static dev.croft.schema.billing.Tables.CUSTOMERS;
import static dev.croft.schema.billing.Tables.SUBSCRIPTION_REFERENCES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.exception.DuplicateKeyException;
import dev.croft.exception.NotFoundException;
import dev.croft.exception.StatementException;
import dev.croft.exception.StatementRefusedException;
import dev.croft.fixture.Waiting;
import dev.croft.isolation.ScopedTable;
import dev.croft.isolation.TableScope;
import dev.croft.isolation.TenantId;
import dev.croft.schema.billing.Billing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A tenant neither writes what it pays for, nor sees what providers call it. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BillingWritesTest {
  private Market market;
  private SystemCustomerRepository customers;
  private TenantId tenant;
  private DSLContext dsl;

  @BeforeAll
  void open() {
    market = new Market();
    customers = SystemCustomerRepository.in(market.system());
    tenant = market.settle();
    dsl = market.session(tenant).dsl();
  }

  @AfterAll
  void close() {
    market.close();
  }

  static List<Table<?>> ofTenants() {
    return Billing.BILLING
        .tableStream()
        .<Table<?>>map(table -> table)
        .filter(
            table ->
                table instanceof ScopedTable scoped
                    && scoped.scope() instanceof TableScope.TenantRows)
        .toList();
  }

  @Test
  void there_are_such_tables() {
    assertThat(ofTenants())
        .extracting(Table::getName)
        .containsExactlyInAnyOrder(
            "limit_overrides",
            "subscription_cancellations",
            "subscription_periods",
            "subscription_trials",
            "subscriptions");
  }

  @ParameterizedTest
  @MethodSource("ofTenants")
  void a_tenant_reads_its_rows_and_the_server_refuses_to_write_them(Table<?> table) {
    assertThat(dsl.fetchCount(table)).isNotNegative();
    List.<Runnable>of(
            () -> insert(table),
            () -> touch(table, table.field("updated_at")),
            () -> dsl.deleteFrom(table).execute())
        .forEach(
            write ->
                assertThatThrownBy(write::run)
                    .isInstanceOf(StatementException.class)
                    .hasMessageContaining(
                        "permission denied for table %s".formatted(table.getName())));
  }

  private void insert(Table<?> table) {
    Field<Instant> column = table.field("updated_at", Instant.class);
    dsl.insertInto(table).set(column, Instant.EPOCH).execute();
  }

  private <T> void touch(Table<?> table, Field<T> column) {
    dsl.update(table).set(column, column).execute();
  }

  @Test
  void what_providers_call_a_tenant_is_out_of_its_sight() {
    List.<Table<?>>of(CUSTOMERS, SUBSCRIPTION_REFERENCES)
        .forEach(
            table ->
                assertThatThrownBy(() -> dsl.fetchCount(table))
                    .isInstanceOf(StatementRefusedException.class));
  }

  @Test
  void a_customer_is_found_in_both_directions() {
    ProviderReference first = stripe("cus");
    ProviderReference second = stripe("cus");
    assertThat(customers.find(tenant, "stripe")).isEmpty();
    customers.set(tenant, first);
    customers.set(tenant, second);
    customers.set(tenant, second);
    assertThat(customers.find(tenant, "stripe")).contains(second);
    assertThat(customers.findTenant(second)).contains(tenant);
    assertThat(customers.findTenant(first)).isEmpty();
    TenantId other = market.settle();
    assertThatThrownBy(() -> customers.set(other, second))
        .isInstanceOf(DuplicateKeyException.class)
        .hasMessageNotContaining(second.externalId());
    customers.remove(tenant, "stripe");
    customers.remove(tenant, "stripe");
    assertThat(customers.findTenant(second)).isEmpty();
    assertThat(market.told(tenant))
        .filteredOn(told -> told.startsWith("customer"))
        .containsExactly(
            "customer:link {} → {provider=stripe}",
            "customer:link {} → {provider=stripe}",
            "customer:unlink {provider=stripe} → {}");
  }

  @Test
  void of_two_who_record_the_same_customer_at_once_one_is_told() {
    TenantId other = market.settle();
    ProviderReference customer = stripe("cus");
    CompletableFuture<Void> second =
        market
            .system()
            .transactionResult(
                tx -> {
                  SystemCustomerRepository.in(tx).set(other, customer);
                  return Waiting.forLock(
                      market.village(),
                      () -> {
                        SystemCustomerRepository.in(market.system()).set(other, customer);
                        return null;
                      });
                });
    second.join();
    assertThat(customers.findTenant(customer)).contains(other);
    assertThat(market.told(other)).filteredOn(told -> told.startsWith("customer")).hasSize(1);
  }

  @Test
  void nobody_is_no_customer() {
    TenantId nobody = new TenantId(UUID.randomUUID());
    assertThatThrownBy(() -> customers.set(nobody, stripe("cus")))
        .isInstanceOf(NotFoundException.class)
        .hasMessageStartingWith("tenant %s was not found".formatted(nobody));
  }
}
