package dev.croft.connection;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as PostgreSQL's configuration spells them: 500ms, 30s, 10min, 2h. */
final class Durations {
  /** PostgreSQL keeps its time-outs as milliseconds in 32 bits. */
  private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

  private static final Pattern FORM = Pattern.compile("(\\d{1,10})(ms|s|min|h)");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "min", Duration.ofMinutes(1),
          "h", Duration.ofHours(1));

  private Durations() {}

  static Optional<Duration> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(
                requireNonNull(UNITS.get(form.group(2)))
                    .multipliedBy(Long.parseLong(form.group(1))))
            .filter(duration -> duration.compareTo(LONGEST) <= 0)
        : Optional.empty();
  }

  /** Refuses a length below {@code least} or above what PostgreSQL can hold. */
  static void check(String name, Duration duration, Duration least) {
    requireNonNull(duration, name);
    if (duration.compareTo(least) < 0 || duration.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "%s must be from %d ms to %d ms".formatted(name, least.toMillis(), LONGEST.toMillis()));
    }
  }
}
