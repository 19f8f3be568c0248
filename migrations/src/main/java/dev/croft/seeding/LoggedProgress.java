package dev.croft.seeding;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs how far a run is, now and then, once it takes longer than somebody would wait. */
final class LoggedProgress implements SeedProgress {
  private static final Logger log = LoggerFactory.getLogger(Seeding.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final InstantSource clock;
  private long next;

  LoggedProgress(InstantSource clock) {
    this.clock = clock;
    this.next = clock.millis() + PAUSE.toMillis();
  }

  @Override
  public void at(String seeder, long done, long all) {
    if (clock.millis() >= next) {
      log.info("seeding {}: {} of {}", seeder, done, all);
      next = clock.millis() + PAUSE.toMillis();
    }
  }
}
