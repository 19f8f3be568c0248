package dev.croft.lint.changelog;

import dev.croft.lint.report.Finding;
import dev.croft.lint.report.Found;
import dev.croft.lint.report.Location;
import dev.croft.lint.report.Rule;
import dev.croft.lint.report.Severity;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A rule about changelog files.
 *
 * @param isAboutFile whether it is about a file, not about one changeset
 * @param check what breaks it
 */
record ChangelogRule(Rule rule, boolean isAboutFile, Function<Draft, Stream<Break>> check) {

  static ChangelogRule aboutFile(
      String id,
      Severity severity,
      String title,
      String why,
      Function<Draft, Stream<Break>> check) {
    return new ChangelogRule(new Rule(id, severity, title, why), true, check);
  }

  static ChangelogRule aboutChangeset(
      String id,
      Severity severity,
      String title,
      String why,
      Function<Draft, Stream<Break>> check) {
    return new ChangelogRule(new Rule(id, severity, title, why), false, check);
  }

  /**
   * A place where a rule is broken.
   *
   * @param scope the changeset that an allowance must stand in, or any of the file
   */
  record Break(String scope, String object, Location at, String problem, String fix) {

    static Break of(Changeset changeset, int line, String object, String problem, String fix) {
      return new Break(changeset.scope(), object, changeset.at(line), problem, fix);
    }

    static Break ofFile(String file, int line, String problem) {
      return new Break(file, file, new Location(file, line), problem, "");
    }
  }

  Stream<Found> found(Draft draft) {
    return check
        .apply(draft)
        .map(
            each ->
                new Found(
                    each.scope(),
                    new Finding(
                        rule, each.object(), Optional.of(each.at()), each.problem(), each.fix())));
  }
}
