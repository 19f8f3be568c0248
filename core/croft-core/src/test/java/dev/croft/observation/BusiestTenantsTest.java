package dev.croft.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.isolation.TenantId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BusiestTenantsTest {
  private static final int CAPACITY = 20;

  private final BusiestTenants busiest = new BusiestTenants(CAPACITY);

  private static TenantId tenant(int number) {
    return new TenantId(new UUID(1, number));
  }

  @Test
  void few_tenants_are_counted_exactly() {
    for (int i = 0; i < 10; i++) {
      for (int times = 0; times <= i; times++) {
        busiest.count(tenant(i));
      }
    }
    assertThat(busiest.takeTop(3))
        .containsExactly(
            Map.entry(tenant(9), 10L), Map.entry(tenant(8), 9L), Map.entry(tenant(7), 8L));
  }

  @Test
  void a_tenant_with_more_than_its_share_is_found_among_many_that_come_and_go() {
    int statements = 10_000;
    for (int i = 0; i < statements; i++) {
      busiest.count(i % 10 == 0 ? tenant(1_000_000) : tenant(i));
    }
    List<Map.Entry<TenantId, Long>> top = busiest.takeTop(1);
    assertThat(top).hasSize(1);
    assertThat(top.get(0).getKey()).isEqualTo(tenant(1_000_000));
    assertThat(top.get(0).getValue())
        .isBetween(statements / 10L, statements / 10L + statements / CAPACITY);
  }

  @Test
  void counting_begins_anew_once_the_top_is_taken() {
    busiest.count(tenant(1));
    busiest.takeTop(1);
    assertThat(busiest.takeTop(1)).isEmpty();
  }
}
