package dev.croft.session;

import static java.util.Objects.requireNonNull;

import dev.croft.exception.ConnectionLostException;
import dev.croft.exception.DatabaseException;
import dev.croft.exception.OutcomeUnknownException;
import dev.croft.exception.SerializationFailureException;
import java.time.Duration;
import java.util.Optional;

/**
 * How a transaction runs.
 *
 * @param isolation what it sees of concurrent transactions
 * @param isReadOnly whether the server refuses writes
 * @param isIdempotent whether running it twice does the same as running it once
 * @param timeout how long each of its statements, and the whole up to its COMMIT, may take
 * @param retries how often it is run again, with back-off
 * @param retryBudget how long it may be run again, from its first failure; retries end with it
 */
public record TransactionOptions(
    IsolationLevel isolation,
    boolean isReadOnly,
    boolean isIdempotent,
    Optional<Duration> timeout,
    int retries,
    Duration retryBudget) {

  private static final TransactionOptions DEFAULTS =
      new TransactionOptions(
          IsolationLevel.READ_COMMITTED, false, false, Optional.empty(), 0, Duration.ofSeconds(10));

  public TransactionOptions {
    requireNonNull(isolation, "isolation");
    requireNonNull(retryBudget, "retryBudget");
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
    return new TransactionOptions(level, isReadOnly, isIdempotent, timeout, retries, retryBudget);
  }

  /** These options, refusing writes. */
  public TransactionOptions readOnly() {
    return new TransactionOptions(isolation, true, isIdempotent, timeout, retries, retryBudget);
  }

  /**
   * These options, for work that may be done again although it was done already: {@link
   * #retries(int)} then cover a lost connection too, and a COMMIT whose outcome is unknown.
   */
  public TransactionOptions idempotent() {
    return new TransactionOptions(isolation, isReadOnly, true, timeout, retries, retryBudget);
  }

  /** These options with a time limit. */
  public TransactionOptions timeout(Duration limit) {
    return new TransactionOptions(
        isolation, isReadOnly, isIdempotent, Optional.of(limit), retries, retryBudget);
  }

  /**
   * These options with up to {@code count} further runs after a serialization failure or deadlock
   * (SQLSTATE 40001, 40P01) and, where the transaction is read-only or idempotent, after the
   * connection was lost. The work must have no effect outside the database.
   */
  public TransactionOptions retries(int count) {
    return new TransactionOptions(isolation, isReadOnly, isIdempotent, timeout, count, retryBudget);
  }

  /** These options with another time in which it may be run again, instead of 10 seconds. */
  public TransactionOptions retryBudget(Duration budget) {
    return new TransactionOptions(isolation, isReadOnly, isIdempotent, timeout, retries, budget);
  }

  /** Whether a run that ended with {@code failure} may be followed by another. */
  boolean mayRetryAfter(DatabaseException failure) {
    boolean lost =
        failure instanceof ConnectionLostException || failure instanceof OutcomeUnknownException;
    return failure instanceof SerializationFailureException
        || (lost && (isReadOnly || isIdempotent));
  }
}
