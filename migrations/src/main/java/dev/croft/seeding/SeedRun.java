package dev.croft.seeding;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * That a seeder ran to its end.
 *
 * @param rows how many rows it wrote; 0 when all were there
 */
public record SeedRun(String seeder, long rows, Duration duration) {
  public SeedRun {
    requireNonNull(seeder, "seeder");
    requireNonNull(duration, "duration");
  }
}
