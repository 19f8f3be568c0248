package dev.croft.session;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells at INFO how far a run is, now and then, so that a long one does not look like a dead one.
 */
final class RunProgress {
  static final Duration PAUSE = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(TenantRun.class);

  private final SystemPurpose purpose;
  private final int total;
  private final long pause;
  private long lastTold = System.nanoTime();

  RunProgress(SystemPurpose purpose, int total, Duration pause) {
    this.purpose = purpose;
    this.total = total;
    this.pause = pause.toNanos();
  }

  void tell(int succeeded, int failed) {
    if (System.nanoTime() - lastTold >= pause) {
      lastTold = System.nanoTime();
      LOG.info(
          "{} of {} tenants are done and {} failed, in system session {}",
          succeeded,
          total,
          failed,
          purpose.id());
    }
  }
}
