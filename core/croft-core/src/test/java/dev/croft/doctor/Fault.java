package dev.croft.doctor;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The faults of {@code faults.sql}: for each rule the SQL that breaks it, and what it breaks.
 *
 * @param byHand whether no SQL can repair it
 * @param atConnect whether only connections see it that are made after it
 */
record Fault(String rule, String object, boolean byHand, boolean atConnect, String sql) {
  private static final Pattern FAULT =
      Pattern.compile(
          "(?ms)^-- ([a-z-]+): ([^\\n]*?)(, repaired by hand)?(, at connect)?$\\n(.*?)(?=^-- |\\z)");

  static List<Fault> all() {
    return FAULT.matcher(Script.read("faults.sql")).results().map(Fault::of).toList();
  }

  private static Fault of(MatchResult match) {
    return new Fault(
        match.group(1),
        match.group(2),
        match.group(3) != null,
        match.group(4) != null,
        match.group(5));
  }

  @Override
  public String toString() {
    return rule;
  }
}
