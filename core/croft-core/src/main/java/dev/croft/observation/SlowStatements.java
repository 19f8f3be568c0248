package dev.croft.observation;

import dev.croft.isolation.StatementObserver;
import dev.croft.isolation.StatementRun;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs statements that took long, at WARN under {@code dev.croft.slow}: with their SQL, whose
 * literals are left out, and without the values that are bound.
 *
 * @param threshold what takes less is not logged
 */
public record SlowStatements(Duration threshold) implements StatementObserver {
  private static final Logger LOG = LoggerFactory.getLogger("dev.croft.slow");

  @Override
  public void observe(StatementRun run) {
    LOG.warn(
        "{} ms{}{}, {}, {}: {}",
        run.duration().toMillis(),
        run.rows().isPresent() ? ", %d rows".formatted(run.rows().getAsLong()) : "",
        run.isFailed() ? ", failed" : "",
        run.tenant().map(tenant -> "tenant " + tenant).orElse("system"),
        run.caller(),
        run.sql());
  }
}
