package dev.croft.isolation;

import java.time.Duration;

/**
 * Is told of statements once they have run. Called on the thread that ran the statement, which
 * waits for it; what it throws is logged and goes no further.
 */
public interface StatementObserver {
  /** Statements that took less are not told of. */
  default Duration threshold() {
    return Duration.ZERO;
  }

  /** A statement was answered, or failed. */
  void observe(StatementRun run);
}
