package dev.croft.consumer;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a person reads in the report of the schema rules.
 *
 * @param file the changelog that is to blame, as the report names it
 * @param fix what the report offers to be pasted; empty if nothing
 */
record Finding(String severity, String rule, String file, int line, String object, String fix) {

  private static final Pattern TEXT =
      Pattern.compile(
          """
          (?m)^(error|warning|hint) ([a-z-]+): (\\S+\\.sql):(\\d+), (.+)
            .+
            Why: .+
          (?:  Fix:
          ((?:.+\\n)+))?""");

  static List<Finding> in(String report) {
    return TEXT.matcher(report.replace("\r\n", "\n")).results().map(Finding::of).toList();
  }

  private static Finding of(MatchResult found) {
    return new Finding(
        found.group(1),
        found.group(2),
        found.group(3),
        Integer.parseInt(found.group(4)),
        found.group(5),
        found.group(6) == null ? "" : found.group(6));
  }

  /** All that points to the place: rule, name of the table's changelog, line, object. */
  String place() {
    String name = file.replaceFirst(".*/\\d{14}_", "");
    return "%s %s: %s:%d, %s".formatted(severity, rule, name, line, object);
  }
}
