package dev.croft.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The faults of {@code faults.sql}: for each rule the SQL that breaks it, and what it breaks. */
record Fault(String rule, String object, boolean byHand, String sql) {
  private static final Pattern FAULT =
      Pattern.compile("(?ms)^-- ([a-z-]+): (.*?)(, repaired by hand)?$\n(.*?)(?=^-- |\\z)");

  static List<Fault> all() {
    return FAULT.matcher(read()).results().map(Fault::of).toList();
  }

  private static Fault of(MatchResult match) {
    return new Fault(match.group(1), match.group(2), match.group(3) != null, match.group(4));
  }

  private static String read() {
    try (InputStream sql = Fault.class.getResourceAsStream("faults.sql")) {
      return new String(Objects.requireNonNull(sql).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return rule;
  }
}
