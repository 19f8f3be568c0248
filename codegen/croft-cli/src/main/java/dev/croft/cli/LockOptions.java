package dev.croft.cli;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long a changeset waits for a locked table, and how often. */
final class LockOptions {
  @Option(
      names = "--lock-timeout",
      paramLabel = "TIME",
      defaultValue = "5s",
      description = "How long a changeset waits for a locked table; ${DEFAULT-VALUE}.")
  private Duration timeout = Duration.ZERO;

  @Option(
      names = "--lock-attempts",
      paramLabel = "N",
      defaultValue = "10",
      description = "How often a changeset is tried; ${DEFAULT-VALUE}.")
  private int attempts;

  boolean areTooSmall() {
    return attempts < 1 || timeout.isZero();
  }

  Duration timeout() {
    return timeout;
  }

  int attempts() {
    return attempts;
  }
}
