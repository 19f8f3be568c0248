package dev.croft.migrations.waves;

import dev.croft.migrations.waves.SchemaOutcome.Kind;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** How far the waves are, for several lanes. */
final class WaveProgress {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, SchemaOutcome> outcomes;
  private final WaveListener listener;
  private int count;
  private volatile boolean hasFailed;

  /**
   * @param outcomes is told what became of each
   */
  WaveProgress(Map<String, SchemaOutcome> outcomes, WaveListener listener) {
    this.outcomes = outcomes;
    this.listener = listener;
  }

  boolean hasFailed() {
    return hasFailed;
  }

  void finished(SchemaOutcome outcome) {
    lock.lock();
    try {
      hasFailed |= outcome.kind() == Kind.FAILED;
      outcomes.put(outcome.schema(), outcome);
      count++;
      listener.finished(outcome, count, outcomes.size());
    } finally {
      lock.unlock();
    }
  }
}
