package dev.croft.cli;

import dev.croft.migrations.waves.SchemaOutcome;
import dev.croft.migrations.waves.WaveListener;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/** Tells of waves that take longer than a second, while they do. */
final class WavesTold implements WaveListener {
  private final PrintWriter err;
  private long lastWord = System.nanoTime();

  WavesTold(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void finished(SchemaOutcome outcome, int count, int total) {
    long now = System.nanoTime();
    if (now - lastWord >= TimeUnit.SECONDS.toNanos(1)) {
      lastWord = now;
      err.println("%d of %d schemas, %s last".formatted(count, total, outcome.schema()));
      err.flush();
    }
  }
}
