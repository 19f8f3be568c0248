package dev.croft.session;

import dev.croft.exception.SessionException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What a system session was opened for: by whom, why, and until when. */
record SystemPurpose(
    UUID id, Actor actor, String reason, Instant deadline, Duration transactionLimit) {

  static SystemPurpose of(String reason, SystemOptions options, String loginRole) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("A system session needs a reason: say what it is for");
    }
    return new SystemPurpose(
        UUID.randomUUID(),
        options.actor().orElseGet(() -> Actor.login(loginRole)),
        reason,
        Instant.now().plus(options.limit()),
        options.transactionLimit());
  }

  /** {@code options}, read-only unless the session writes, and within the limits. */
  TransactionOptions bounded(TransactionOptions options, boolean writes) {
    Duration limit = shorter(options.timeout().orElse(transactionLimit), timeLeft());
    TransactionOptions bounded = options.timeout(limit);
    return writes ? bounded : bounded.readOnly();
  }

  /** How long the session may go on; refused when its time is over. */
  Duration timeLeft() {
    Duration left = Duration.between(Instant.now(), deadline);
    if (!left.isPositive()) {
      throw new SessionException(
          "A system session was refused",
          "the time that it was opened for is over",
          "Open another one if its reason still holds, or one with a longer limit.");
    }
    return left;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
