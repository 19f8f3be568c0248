package dev.croft.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Everything that is wrong with a configuration, to be said at once. */
final class Problems {
  private final List<String> found = new ArrayList<>();

  void add(String problem) {
    if (!found.contains(problem)) {
      found.add(problem);
    }
  }

  /** What {@code value} gives; where it refuses, that is a problem, and {@code other} goes on. */
  <T> T valueOr(T other, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      add(String.valueOf(e.getMessage()));
      return other;
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  void refuse(String advice) {
    if (!found.isEmpty()) {
      throw new ConfigurationException(String.join("; ", found), advice);
    }
  }
}
