package dev.croft.cli;

import dev.croft.seeding.SeedProgress;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/** Says each second how far a seeder is, from the first second on. */
final class SeedingSteps implements SeedProgress {
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

  private final PrintWriter err;
  private long last = System.nanoTime();

  SeedingSteps(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void at(String seeder, long done, long all) {
    if (System.nanoTime() - last >= PAUSE) {
      last = System.nanoTime();
      err.printf("seeding %s: %,d of %,d%n", seeder, done, all);
      err.flush();
    }
  }
}
