package dev.croft.session;

import java.time.Duration;

/** Whether somebody still reads the rows of a statement. */
final class Reading {
  private volatile long lastUse = System.nanoTime();
  private volatile boolean running;

  /** While the server works, however long that takes. */
  void begin() {
    running = true;
  }

  /** The server has answered, or a row was read. */
  void touch() {
    lastUse = System.nanoTime();
    running = false;
  }

  boolean isIdleFor(Duration time) {
    return !running && System.nanoTime() - lastUse >= time.toNanos();
  }
}
