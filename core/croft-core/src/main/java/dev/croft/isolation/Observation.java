package dev.croft.isolation;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteType;
import org.jspecify.annotations.Nullable;

/**
 * Follows statements from their sending to their end, for the observers of a session.
 *
 * @param tenant whose session it is; null for the system's
 */
record Observation(@Nullable TenantId tenant, StatementObservers observers) {
  private static final Object RUNNING = new Object();

  /** What is known of a statement while it runs; a batch may be sent in parts. */
  private static final class Running {
    private long nanos;
    private long sent = System.nanoTime();
    private boolean isAnswered;
    private @Nullable Caller caller;
    private long rows;

    Duration duration() {
      return Duration.ofNanos(nanos);
    }
  }

  void executeStart(ExecuteContext context) {
    if (context.data(RUNNING) instanceof Running running) {
      running.sent = System.nanoTime();
      running.isAnswered = false;
    } else {
      context.data(RUNNING, new Running());
    }
  }

  /** Still on the stack of who runs the statement; its rows may be read elsewhere. */
  void executeEnd(ExecuteContext context) {
    if (context.data(RUNNING) instanceof Running running && !running.isAnswered) {
      running.isAnswered = true;
      running.nanos += System.nanoTime() - running.sent;
      if (observers.anyWants(running.duration())) {
        running.caller = Caller.current();
      }
    }
  }

  void recordEnd(ExecuteContext context) {
    if (context.data(RUNNING) instanceof Running running) {
      running.rows++;
    }
  }

  void end(ExecuteContext context) {
    executeEnd(context);
    if (context.data(RUNNING) instanceof Running running && running.caller != null) {
      observers.observe(
          new StatementRun(
              Optional.ofNullable(tenant),
              running.caller,
              SqlLog.withoutLiterals(requireNonNullElse(context.sql(), "")),
              running.duration(),
              rows(context, running),
              context.exception() != null));
    }
  }

  /** Of a batch of one statement jOOQ tells the first count alone. */
  private static OptionalLong rows(ExecuteContext context, Running running) {
    int[] counts = context.batchRows();
    if (context.type() == ExecuteType.BATCH && counts.length == 1) {
      return OptionalLong.empty();
    }
    long written = Arrays.stream(counts).filter(count -> count > 0).asLongStream().sum();
    return OptionalLong.of(Math.max(running.rows, written));
  }
}
