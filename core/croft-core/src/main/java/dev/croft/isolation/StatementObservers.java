package dev.croft.isolation;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who are told of the statements of some sessions. */
public final class StatementObservers {
  private static final Logger LOG = LoggerFactory.getLogger(StatementObservers.class);

  private final List<StatementObserver> observers = new CopyOnWriteArrayList<>();

  /** Tells {@code observer} of the statements that run from now on, until it is removed. */
  public void add(StatementObserver observer) {
    observers.add(observer);
  }

  /** Tells {@code observer} no more. */
  public void remove(StatementObserver observer) {
    observers.remove(observer);
  }

  boolean anyWants(Duration duration) {
    return observers.stream().anyMatch(observer -> wants(observer, duration));
  }

  void observe(StatementRun run) {
    for (StatementObserver observer : observers) {
      if (wants(observer, run.duration())) {
        tell(observer, run);
      }
    }
  }

  private static boolean wants(StatementObserver observer, Duration duration) {
    return duration.compareTo(observer.threshold()) >= 0;
  }

  /** Whoever watches must not fail the work that is watched. */
  private static void tell(StatementObserver observer, StatementRun run) {
    try {
      observer.observe(run);
    } catch (RuntimeException e) {
      LOG.warn("{} failed", observer.getClass().getName(), e);
    }
  }
}
