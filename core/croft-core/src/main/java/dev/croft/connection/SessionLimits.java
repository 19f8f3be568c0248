package dev.croft.connection;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the server ends by itself, on each connection (PostgreSQL manual, section 19.11.1). Zero
 * means never.
 *
 * @param statement how long a statement may run
 * @param lock how long a statement may wait for a lock
 * @param idleInTransaction how long a transaction may do nothing
 */
public record SessionLimits(Duration statement, Duration lock, Duration idleInTransaction) {
  private static final SessionLimits DEFAULTS =
      new SessionLimits(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(60));

  public SessionLimits {
    Durations.check("statement", statement, Duration.ZERO);
    Durations.check("lock", lock, Duration.ZERO);
    Durations.check("idleInTransaction", idleInTransaction, Duration.ZERO);
  }

  /** 30 seconds a statement, 10 a lock, 60 idle in a transaction. */
  public static SessionLimits defaults() {
    return DEFAULTS;
  }

  /** These limits with another one for statements. */
  public SessionLimits statement(Duration limit) {
    return new SessionLimits(limit, lock, idleInTransaction);
  }

  /** These limits with another one for locks. */
  public SessionLimits lock(Duration limit) {
    return new SessionLimits(statement, limit, idleInTransaction);
  }

  /** These limits with another one for idle transactions. */
  public SessionLimits idleInTransaction(Duration limit) {
    return new SessionLimits(statement, lock, limit);
  }

  /** As command-line options of the server process, made of names and numbers alone. */
  String asOptions() {
    return Map.of(
            "statement_timeout", statement,
            "lock_timeout", lock,
            "idle_in_transaction_session_timeout", idleInTransaction)
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .map(limit -> option(limit.getKey(), limit.getValue()))
        .collect(Collectors.joining(" "));
  }

  private static String option(String name, Duration limit) {
    return String.format(Locale.ROOT, "-c %s=%d", name, limit.toMillis());
  }
}
