package dev.croft.connection;

import java.time.Duration;

/**
 * How many connections are kept, and how long. The defaults follow HikariCP's advice: a small pool,
 * and connections that live shorter than what stands between them and the server lets them.
 *
 * @param maximumSize the most connections of each login, at least 1
 * @param minimumIdle how many are kept open although nobody uses them, at most {@code maximumSize}
 * @param connectionTimeout how long a caller waits for a connection, at least 250 ms
 * @param idleTimeout after which connections beyond {@code minimumIdle} are closed; zero for never
 * @param keepalive how often an idle connection is asked whether it lives; zero for never
 * @param maximumLifetime after which a connection is replaced, at least 30 s
 * @param leakDetection after which a connection that is still in use is reported in the log; zero
 *     for never, else at least 2 s
 * @param closeTimeout how long closing waits for work that is running
 */
public record PoolSettings(
    int maximumSize,
    int minimumIdle,
    Duration connectionTimeout,
    Duration idleTimeout,
    Duration keepalive,
    Duration maximumLifetime,
    Duration leakDetection,
    Duration closeTimeout) {

  private static final PoolSettings DEFAULTS =
      new PoolSettings(
          10,
          2,
          Duration.ofSeconds(10),
          Duration.ofMinutes(10),
          Duration.ofMinutes(2),
          Duration.ofMinutes(25),
          Duration.ZERO,
          Duration.ofSeconds(10));

  public PoolSettings {
    if (maximumSize < 1) {
      throw new IllegalArgumentException("maximumPoolSize must be at least 1");
    }
    if (minimumIdle < 0 || minimumIdle > maximumSize) {
      throw new IllegalArgumentException("minimumIdle must be from 0 to maximumSize");
    }
    Durations.check("connectionTimeout", connectionTimeout, Duration.ofMillis(250));
    Durations.check("closeTimeout", closeTimeout, Duration.ZERO);
    Durations.check("maximumLifetime", maximumLifetime, Duration.ofSeconds(30));
    checkOptional("idleTimeout", idleTimeout, Duration.ofSeconds(10));
    checkOptional("keepalive", keepalive, Duration.ofSeconds(30));
    checkOptional("leakDetection", leakDetection, Duration.ofSeconds(2));
    checkBelow("idleTimeout", idleTimeout, maximumLifetime);
    checkBelow("keepalive", keepalive, maximumLifetime);
  }

  /** HikariCP would silently take another value than one it finds too small. */
  private static void checkOptional(String name, Duration duration, Duration least) {
    Durations.check(name, duration, duration.isZero() ? Duration.ZERO : least);
  }

  private static void checkBelow(String name, Duration duration, Duration lifetime) {
    if (duration.compareTo(lifetime) >= 0) {
      throw new IllegalArgumentException(name + " must be below maximumLifetime");
    }
  }

  /**
   * Up to 10 connections, 2 of them idle; 10 seconds of waiting; 10 minutes idle; asked every 2
   * minutes; replaced after 25.
   */
  public static PoolSettings defaults() {
    return DEFAULTS;
  }

  /** These settings with another size; no more than that many stay idle. */
  public PoolSettings maximumSize(int size) {
    return new PoolSettings(
        size,
        Math.min(minimumIdle, Math.max(size, 0)),
        connectionTimeout,
        idleTimeout,
        keepalive,
        maximumLifetime,
        leakDetection,
        closeTimeout);
  }

  /** These settings with another time of waiting for a connection. */
  public PoolSettings connectionTimeout(Duration timeout) {
    return new PoolSettings(
        maximumSize,
        minimumIdle,
        timeout,
        idleTimeout,
        keepalive,
        maximumLifetime,
        leakDetection,
        closeTimeout);
  }

  /** These settings, reporting a connection that is in use for longer than {@code threshold}. */
  public PoolSettings leakDetection(Duration threshold) {
    return new PoolSettings(
        maximumSize,
        minimumIdle,
        connectionTimeout,
        idleTimeout,
        keepalive,
        maximumLifetime,
        threshold,
        closeTimeout);
  }

  /** These settings with another time that closing waits for running work. */
  public PoolSettings closeTimeout(Duration timeout) {
    return new PoolSettings(
        maximumSize,
        minimumIdle,
        connectionTimeout,
        idleTimeout,
        keepalive,
        maximumLifetime,
        leakDetection,
        timeout);
  }
}
