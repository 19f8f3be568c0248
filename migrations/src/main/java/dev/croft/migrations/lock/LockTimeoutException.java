package dev.croft.migrations.lock;

import java.time.Duration;

/** Another session held the lock for longer than the caller would wait. */
public final class LockTimeoutException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String holder;
  private final Duration waited;

  LockTimeoutException(String holder, Duration waited) {
    super("%s held the migration lock for %d s".formatted(holder, waited.toSeconds()));
    this.holder = holder;
    this.waited = waited;
  }

  /** Who held the lock: its server process and, where visible, its name. */
  public String holder() {
    return holder;
  }

  /** How long the caller waited. */
  public Duration waited() {
    return waited;
  }
}
