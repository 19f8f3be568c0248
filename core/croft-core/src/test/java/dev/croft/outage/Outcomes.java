package dev.croft.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How many units of work ended in which way, and a place to wait for more of them. */
final class Outcomes {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Set<Outcome> ALL = EnumSet.allOf(Outcome.class);
  private static final Set<Outcome> SUCCESS = EnumSet.of(Outcome.ACKNOWLEDGED);
  private static final Set<Outcome> FAILED = EnumSet.of(Outcome.ABSENT, Outcome.UNKNOWN);

  private final Map<Outcome, Integer> counts = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();

  void add(Outcome outcome) {
    counts.merge(outcome, 1, Integer::sum);
    lock.lock();
    try {
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }

  int failures() {
    return count(FAILED);
  }

  int all() {
    return count(ALL);
  }

  private int count(Set<Outcome> outcomes) {
    return outcomes.stream().mapToInt(outcome -> counts.getOrDefault(outcome, 0)).sum();
  }

  void awaitSuccesses(int more) throws InterruptedException {
    await(SUCCESS, count(SUCCESS) + more);
  }

  void awaitFailures(int more) throws InterruptedException {
    await(FAILED, count(FAILED) + more);
  }

  /** However they end. */
  void awaitEnded(int all) throws InterruptedException {
    await(ALL, all);
  }

  private void await(Set<Outcome> outcomes, int target) throws InterruptedException {
    long left = PATIENCE.toNanos();
    lock.lock();
    try {
      while (count(outcomes) < target && left > 0) {
        left = ended.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
    assertThat(count(outcomes)).as("units that end %s", outcomes).isGreaterThanOrEqualTo(target);
  }
}
