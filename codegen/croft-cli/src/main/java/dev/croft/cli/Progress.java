package dev.croft.cli;

import dev.croft.migrations.ChangesetId;
import dev.croft.migrations.MigrationListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells of changesets, and other work, that take longer than a second, while they do. */
final class Progress implements MigrationListener, AutoCloseable {
  private final PrintWriter err;
  private final String verb;
  private final Duration patience;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("croft-progress").unstarted(task));
  private @Nullable ScheduledFuture<?> word;

  /** After a second without a word. */
  Progress(PrintWriter err, String verb) {
    this(err, verb, Duration.ofSeconds(1));
  }

  /**
   * @param verb what is done, such as {@code applying}
   * @param patience how long a changeset may take without a word
   */
  Progress(PrintWriter err, String verb, Duration patience) {
    this.err = err;
    this.verb = verb;
    this.patience = patience;
  }

  @Override
  public void begun(ChangesetId changeset) {
    begun(changeset.toString());
  }

  /** As {@link #begun(ChangesetId)}, of any work. */
  void begun(String what) {
    silence();
    long begin = System.nanoTime();
    word =
        clock.scheduleAtFixedRate(
            () -> say("%s %s, %d s so far".formatted(verb, what, secondsSince(begin))),
            patience.toMillis(),
            10 * patience.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  @Override
  public void finished(ChangesetId changeset) {
    silence();
  }

  @Override
  public void gaveWay(ChangesetId changeset, int attempt) {
    silence();
    say(
        "%s waits: another session uses the table, attempt %d failed"
            .formatted(changeset, attempt));
  }

  private static long secondsSince(long begin) {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
  }

  private void say(String text) {
    err.println(text);
    err.flush();
  }

  private void silence() {
    if (word != null) {
      word.cancel(false);
    }
    word = null;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
