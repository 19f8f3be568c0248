package dev.croft.connection;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The values of a configuration by their keys, and what is wrong with them. */
final class SettingValues {
  private static final int LONGEST = 8192;

  private final Map<Setting, String> values = new EnumMap<>(Setting.class);
  private final Problems problems;

  SettingValues(Map<String, String> given, Problems problems) {
    this.problems = problems;
    given.forEach((key, value) -> Setting.named(key).ifPresent(setting -> take(setting, value)));
  }

  /** A key that is set to nothing is one that somebody meant to set. */
  private void take(Setting setting, String value) {
    if (value.isBlank()) {
      problems.add(setting + " is empty");
    } else if (value.length() > LONGEST) {
      problems.add(setting + " is longer than " + LONGEST + " characters");
    } else if (Placeholder.is(value)) {
      problems.add(setting + " is a placeholder");
    } else {
      values.put(setting, value);
    }
  }

  Optional<String> text(Setting setting) {
    return Optional.ofNullable(values.get(setting));
  }

  Optional<String> text(Setting setting, Predicate<String> form) {
    return read(setting, value -> Optional.of(value).filter(form));
  }

  /** The value as {@code parse} understands it; a problem where it does not. */
  <T> Optional<T> read(Setting setting, Function<String, Optional<T>> parse) {
    Optional<String> value = text(setting);
    Optional<T> parsed = value.flatMap(parse);
    if (value.isPresent() && parsed.isEmpty()) {
      problems.add(setting + " is malformed");
    }
    return parsed;
  }

  Optional<Duration> duration(Setting setting) {
    return read(setting, Durations::parse);
  }

  Optional<Integer> number(Setting setting) {
    return read(setting, SettingValues::number);
  }

  static Optional<Integer> number(String text) {
    return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  Problems problems() {
    return problems;
  }

  /**
   * What the first source says, else the second; a problem where they contradict each other.
   *
   * @param what names the two keys
   */
  <T> Optional<T> agreed(String what, Optional<T> first, Optional<T> second) {
    if (first.isPresent() && second.isPresent() && !first.equals(second)) {
      problems.add(what + " contradict each other");
    }
    return first.or(() -> second);
  }
}
