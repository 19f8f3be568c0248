package dev.croft.session;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * How a transaction runs.
 *
 * @param isolation what it sees of concurrent transactions
 * @param isReadOnly whether the server refuses writes
 * @param timeout how long each of its statements, and the whole up to its COMMIT, may take
 * @param retries how often it is run again, with back-off, after it lost against a concurrent one
 */
public record TransactionOptions(
    IsolationLevel isolation, boolean isReadOnly, Optional<Duration> timeout, int retries) {

  private static final TransactionOptions DEFAULTS =
      new TransactionOptions(IsolationLevel.READ_COMMITTED, false, Optional.empty(), 0);

  public TransactionOptions {
    requireNonNull(isolation, "isolation");
    if (retries < 0 || timeout.filter(t -> t.isNegative() || t.isZero()).isPresent()) {
      throw new IllegalArgumentException("retries must not be negative, timeout must be positive");
    }
  }

  /** Read committed, read-write, no timeout, no retries. */
  public static TransactionOptions defaults() {
    return DEFAULTS;
  }

  /** These options at another isolation level. */
  public TransactionOptions isolation(IsolationLevel level) {
    return new TransactionOptions(level, isReadOnly, timeout, retries);
  }

  /** These options, refusing writes. */
  public TransactionOptions readOnly() {
    return new TransactionOptions(isolation, true, timeout, retries);
  }

  /** These options with a time limit. */
  public TransactionOptions timeout(Duration limit) {
    return new TransactionOptions(isolation, isReadOnly, Optional.of(limit), retries);
  }

  /**
   * These options with up to {@code count} further runs after a serialization failure or deadlock
   * (SQLSTATE 40001, 40P01). The work must have no effect outside the database.
   */
  public TransactionOptions retries(int count) {
    return new TransactionOptions(isolation, isReadOnly, timeout, count);
  }
}
