package dev.croft.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of a command. */
final class Arguments {

  private final List<String> words = new ArrayList<>();

  Arguments word(String word) {
    words.add(word);
    return this;
  }

  /** Adds nothing where there is no value: the command has its own default. */
  Arguments option(String name, @Nullable Object value) {
    if (value != null && !value.toString().isBlank()) {
      words.add("--%s=%s".formatted(name, value));
    }
    return this;
  }

  Arguments flag(String name, boolean isSet) {
    if (isSet) {
      words.add("--" + name);
    }
    return this;
  }

  /** All, and others behind them. */
  List<String> words(List<String> others) {
    return Stream.concat(words.stream(), others.stream().filter(Objects::nonNull)).toList();
  }
}
