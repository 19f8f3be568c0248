package dev.croft.observation;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import dev.croft.Croft;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;

/**
 * Publishes to Micrometer what happens in a {@link Croft}; needs {@code
 * io.micrometer:micrometer-core} on the class path. Meters:
 *
 * <ul>
 *   <li>{@code croft.statements}, a timer of statements by {@code repository}, {@code method},
 *       {@code session} ({@code tenant} or {@code system}) and {@code outcome} ({@code success} or
 *       {@code failure});
 *   <li>{@code croft.statements.rows}, a summary of rows read or written by {@code repository} and
 *       {@code method};
 *   <li>{@code croft.tenants.statements}, a gauge of the statements in the last whole interval, by
 *       {@code tenant}, of the busiest tenants alone;
 *   <li>{@code hikaricp.*} of each pool of Croft's own.
 * </ul>
 *
 * <p>No meter holds a value that was bound, returned or quoted.
 */
public final class CroftMetrics implements MeterBinder {
  private static final int TENANTS = 10;
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  private final Croft croft;
  private final int tenants;
  private final Duration interval;

  private CroftMetrics(Croft croft, int tenants, Duration interval) {
    this.croft = croft;
    this.tenants = tenants;
    this.interval = interval;
  }

  /** Metrics of {@code croft}, with the 10 busiest tenants of each minute. */
  public static CroftMetrics of(Croft croft) {
    return new CroftMetrics(requireNonNull(croft, "croft"), TENANTS, INTERVAL);
  }

  /**
   * These metrics, with other tenants.
   *
   * @param count of how many tenants there is a gauge, from 0 to 100
   * @param over the interval in which their statements are counted, at least a second
   * @throws IllegalArgumentException outside these bounds
   */
  public CroftMetrics busiestTenants(int count, Duration over) {
    if (count < 0 || count > 100) {
      throw new IllegalArgumentException("the busiest tenants must be from 0 to 100");
    }
    if (over.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("the interval must be at least a second");
    }
    return new CroftMetrics(croft, count, over);
  }

  /**
   * Publishes to {@code registry} from now on.
   *
   * @throws IllegalStateException when the pools publish their metrics already
   */
  @Override
  public void bindTo(MeterRegistry registry) {
    croft.trackPools(new MicrometerMetricsTrackerFactory(registry));
    croft.observe(new StatementMeters(registry, tenants, interval));
  }
}
