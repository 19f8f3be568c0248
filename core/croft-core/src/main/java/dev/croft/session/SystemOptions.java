package dev.croft.session;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * Who opens a system session, and how long it may last.
 *
 * @param actor who acts; without one the login of the database is recorded in their place
 * @param limit how long after its opening the session still begins statements and transactions
 * @param transactionLimit how long each transaction, or statement outside of one, may take unless
 *     {@link TransactionOptions} say otherwise; never beyond the end of the session
 */
public record SystemOptions(Optional<Actor> actor, Duration limit, Duration transactionLimit) {
  private static final SystemOptions DEFAULTS =
      new SystemOptions(Optional.empty(), Duration.ofHours(1), Duration.ofMinutes(5));

  public SystemOptions {
    requireNonNull(actor, "actor");
    if (!limit.isPositive() || !transactionLimit.isPositive()) {
      throw new IllegalArgumentException("The limits of a system session must be positive");
    }
  }

  /** Nobody named, one hour for the session, five minutes for a transaction. */
  public static SystemOptions defaults() {
    return DEFAULTS;
  }

  /** The defaults, with {@code actor} named. */
  public static SystemOptions by(Actor actor) {
    return new SystemOptions(Optional.of(actor), DEFAULTS.limit, DEFAULTS.transactionLimit);
  }

  /** These options with another limit of the session. */
  public SystemOptions limit(Duration newLimit) {
    return new SystemOptions(actor, newLimit, transactionLimit);
  }

  /** These options with another limit of each transaction. */
  public SystemOptions transactionLimit(Duration newLimit) {
    return new SystemOptions(actor, limit, newLimit);
  }
}
