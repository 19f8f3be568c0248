package dev.croft.cli;

import dev.croft.analysis.AnalysisProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Tells which table is read, not more often than once a second, and not in the first one. */
final class TableProgress implements AnalysisProgress {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final PrintWriter err;
  private final InstantSource clock;
  private Instant last;

  TableProgress(PrintWriter err, InstantSource clock) {
    this.err = err;
    this.clock = clock;
    last = clock.instant();
  }

  @Override
  public void begun(String table, int number, int count) {
    Instant now = clock.instant();
    if (Duration.between(last, now).compareTo(PATIENCE) >= 0) {
      err.println("reading %s, %d of %d".formatted(table, number, count));
      err.flush();
      last = now;
    }
  }
}
