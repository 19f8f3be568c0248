package dev.croft.observation;

import dev.croft.isolation.StatementObserver;
import dev.croft.isolation.StatementRun;
import dev.croft.isolation.TenantId;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The meters of statements. */
final class StatementMeters implements StatementObserver {
  /** How many tenants are counted for each that is shown. */
  private static final int COUNTED = 10;

  private final MeterRegistry registry;
  private final MultiGauge gauge;
  private final BusiestTenants busiest;
  private final int shown;
  private final long interval;
  private final AtomicLong next;

  StatementMeters(MeterRegistry registry, int shown, Duration interval) {
    this.registry = registry;
    this.shown = shown;
    this.interval = interval.toNanos();
    this.busiest = new BusiestTenants(Math.max(1, shown * COUNTED));
    this.next = new AtomicLong(now() + this.interval);
    this.gauge =
        MultiGauge.builder("croft.tenants.statements")
            .description("Statements of the busiest tenants in the last interval")
            .register(registry);
  }

  @Override
  public void observe(StatementRun run) {
    Tags caller = Tags.of("repository", run.caller().repository(), "method", run.caller().method());
    timer(run, caller).record(run.duration());
    run.rows().ifPresent(rows -> summary(caller).record((double) rows));
    run.tenant().ifPresent(this::count);
  }

  private Timer timer(StatementRun run, Tags caller) {
    return Timer.builder("croft.statements")
        .description("Time from a statement's sending to its answer")
        .tags(caller)
        .tag("session", run.tenant().isPresent() ? "tenant" : "system")
        .tag("outcome", run.isFailed() ? "failure" : "success")
        .register(registry);
  }

  private DistributionSummary summary(Tags caller) {
    return DistributionSummary.builder("croft.statements.rows")
        .description("Rows that a statement read or wrote")
        .tags(caller)
        .register(registry);
  }

  private void count(TenantId tenant) {
    long due = next.get();
    if (now() - due >= 0 && next.compareAndSet(due, now() + interval)) {
      gauge.register(busiest.takeTop(shown).stream().map(StatementMeters::row).toList(), true);
    }
    busiest.count(tenant);
  }

  private static Row<?> row(Map.Entry<TenantId, Long> count) {
    return Row.of(Tags.of("tenant", count.getKey().toString()), count.getValue());
  }

  /** By the registry's clock, as its other meters. */
  private long now() {
    return registry.config().clock().monotonicTime();
  }
}
