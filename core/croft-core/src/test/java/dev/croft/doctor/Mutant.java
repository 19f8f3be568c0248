package dev.croft.doctor;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The mutations of {@code mutants.sql}: SQL that makes the schema worse in one way.
 *
 * @param caughtBy what must catch it: a rule of the doctor or of the changelog and the object that
 *     it names, or a probe
 * @param since the oldest major version of PostgreSQL that knows such a thing
 * @param atConnect whether only connections see it that are made after it
 */
record Mutant(String name, String caughtBy, int since, boolean atConnect, String sql) {
  private static final Pattern MUTANT =
      Pattern.compile(
          "(?ms)^-- ([^:\\n]+): ([^\\n]*?)(?:, since (\\d+))?(, at connect)?$\\n(.*?)(?=^-- |\\z)");

  static List<Mutant> all() {
    return MUTANT.matcher(Script.read("mutants.sql")).results().map(Mutant::of).toList();
  }

  private static Mutant of(MatchResult match) {
    return new Mutant(
        match.group(1),
        match.group(2),
        match.group(3) == null ? 0 : Integer.parseInt(match.group(3)),
        match.group(4) != null,
        match.group(5));
  }

  /** The rule or probe that must catch it. */
  String catcher() {
    return caughtBy.replaceFirst(" on .*", "");
  }

  @Override
  public String toString() {
    return name;
  }
}
