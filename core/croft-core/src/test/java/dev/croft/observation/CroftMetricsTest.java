package dev.croft.observation;

import static dev.croft.schema.auth.Tables.ROLES;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.exception.DuplicateKeyException;
import dev.croft.fixture.Village;
import dev.croft.isolation.TenantId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
class CroftMetricsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String TENANTS = "croft.tenants.statements";

  private final MockClock clock = new MockClock();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
  private Village village;
  private ObservedRepository repository;

  @BeforeEach
  void bind() {
    village = Village.found();
    repository = new ObservedRepository(village.acme());
    CroftMetrics.of(village.croft()).busiestTenants(3, MINUTE).bindTo(registry);
  }

  @AfterEach
  void close() {
    village.close();
  }

  @Test
  void statements_are_timed_by_repository_method_session_and_outcome() {
    repository.createAll("made", 2);
    assertThatThrownBy(() -> repository.createAll("made", 1))
        .isInstanceOf(DuplicateKeyException.class);
    assertThat(timer("createAll", "success").count()).isEqualTo(2);
    assertThat(timer("createAll", "failure").count()).isEqualTo(1);
    assertThat(timer("createAll", "success").totalTime(NANOSECONDS)).isPositive();
  }

  private Timer timer(String method, String outcome) {
    return registry
        .get("croft.statements")
        .tags("repository", "ObservedRepository", "method", method)
        .tags("session", "tenant", "outcome", outcome)
        .timer();
  }

  @Test
  void rows_are_summed_by_repository_method() {
    int rows = repository.names().size();
    repository.names();
    assertThat(registry.get("croft.statements.rows").tag("method", "names").summary().totalAmount())
        .isEqualTo(2 * rows);
  }

  @Test
  void hikaricp_publishes_each_pool() {
    assertThat(registry.find("hikaricp.connections.max").gauges())
        .extracting(gauge -> gauge.getId().getTag("pool"))
        .containsExactlyInAnyOrder(
            "croft-" + village.runtime().user(), "croft-" + village.system().user());
  }

  @Test
  void pools_publish_once() {
    CroftMetrics again = CroftMetrics.of(village.croft());
    assertThatThrownBy(() -> again.bindTo(registry)).isInstanceOf(IllegalStateException.class);
    repository.names();
    assertThat(timer("names", "success").count()).isEqualTo(1);
  }

  @Test
  void of_many_tenants_the_busiest_of_the_last_interval_have_a_series_and_no_others() {
    for (int i = 0; i < 50; i++) {
      TenantId tenant = new TenantId(new UUID(7, i));
      for (int times = 0; times <= (i < 3 ? 5 : 0); times++) {
        village.croft().tenant(tenant).dsl().fetchCount(ROLES);
      }
    }
    assertThat(tenants()).isEmpty();
    clock.add(MINUTE);
    repository.names();
    assertThat(tenants())
        .hasSize(3)
        .allSatisfy(
            gauge -> assertThat(gauge.getId().getTag("tenant")).matches("0{8}-0.*-0{11}[012]"))
        .allSatisfy(gauge -> assertThat(gauge.value()).isEqualTo(6));
    clock.add(MINUTE);
    repository.names();
    assertThat(tenants())
        .singleElement()
        .satisfies(
            gauge ->
                assertThat(gauge.getId().getTag("tenant")).isEqualTo(village.acmeId().toString()));
  }

  private Collection<Gauge> tenants() {
    return registry.find(TENANTS).gauges();
  }

  @Test
  void bounds_of_the_busiest_tenants_are_kept() {
    CroftMetrics metrics = CroftMetrics.of(village.croft());
    assertThatThrownBy(() -> metrics.busiestTenants(101, MINUTE))
        .hasMessage("the busiest tenants must be from 0 to 100");
    assertThatThrownBy(() -> metrics.busiestTenants(1, Duration.ofMillis(999)))
        .hasMessage("the interval must be at least a second");
  }
}
