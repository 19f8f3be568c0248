package dev.croft.session;

import dev.croft.exception.DatabaseException;
import dev.croft.exception.OutcomeUnknownException;
import dev.croft.exception.SessionException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** How often, and for how long, one transaction is run again. */
final class Retries {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
  private static final int LAST_DOUBLING = 6;

  private final TransactionOptions options;
  private int made;
  private long end;
  private @Nullable OutcomeUnknownException unknown;

  Retries(TransactionOptions options) {
    this.options = options;
  }

  /**
   * Waits before another run, or throws {@code failure} where there is none, or that the outcome of
   * an earlier run is unknown: no failure of a later one undoes what may have been kept.
   */
  void pauseOrThrow(DatabaseException failure) {
    if (made == 0) {
      end = System.nanoTime() + options.retryBudget().toNanos();
    }
    if (failure instanceof OutcomeUnknownException outcome) {
      unknown = outcome;
    }
    boolean isSpent = made == options.retries() || System.nanoTime() >= end;
    if (isSpent || !options.mayRetryAfter(failure)) {
      throw told(failure);
    }
    pause(made++);
  }

  /**
   * Throws that the outcome of an earlier run is unknown, if it is, where the work of this one
   * failed by itself. An error is never kept back.
   */
  void throwIfUnknown(Throwable failure) {
    if (unknown == null) {
      return;
    }
    if (failure instanceof Error) {
      failure.addSuppressed(unknown);
      return;
    }
    if (failure instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    unknown.addSuppressed(failure);
    throw unknown;
  }

  private DatabaseException told(DatabaseException failure) {
    if (unknown == null || failure instanceof OutcomeUnknownException) {
      return failure;
    }
    unknown.addSuppressed(failure);
    return unknown;
  }

  /** Waits a random time that doubles with each run, so that the rivals do not meet again. */
  private void pause(int run) {
    long bound = FIRST_PAUSE.toMillis() << Math.min(run, LAST_DOUBLING);
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(bound) + 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw told(
          new SessionException(
              "A transaction was not run again",
              "the thread was interrupted while it waited",
              "Run it again where the thread may wait."));
    }
  }
}
