package dev.croft.billing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A time with a beginning and an end, to the microsecond.
 *
 * @param endsAt the first moment after it
 */
public record Period(Instant startsAt, Instant endsAt) {
  public Period {
    startsAt = startsAt.truncatedTo(ChronoUnit.MICROS);
    endsAt = endsAt.truncatedTo(ChronoUnit.MICROS);
    if (!endsAt.isAfter(startsAt)) {
      throw new IllegalArgumentException("A period ends after it starts.");
    }
  }

  /** What of it is before {@code end}; empty when that is nothing. */
  Optional<Period> until(Instant end) {
    if (!endsAt.isAfter(end)) {
      return Optional.of(this);
    }
    return end.isAfter(startsAt) ? Optional.of(new Period(startsAt, end)) : Optional.empty();
  }
}
