package dev.croft.migrations;

import java.time.Duration;

/** Another process migrates the same database, and did not finish in time. Nothing was done. */
public final class MigrationLockException extends MigrationException {
  private static final long serialVersionUID = 1L;

  private final Duration waited;

  MigrationLockException(String holder, Duration waited, Throwable cause) {
    super(
        "Another process migrates this database",
        "%s held the lock for the %d s that were waited".formatted(holder, waited.toSeconds()),
        "Let it finish or wait longer; end that server process if nothing stands behind it.",
        cause);
    this.waited = waited;
  }

  /** How long was waited. */
  public Duration waited() {
    return waited;
  }
}
