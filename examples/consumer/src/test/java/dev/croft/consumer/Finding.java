package dev.croft.consumer;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a person reads in the report of the schema rules.
 *
 * @param file the changelog that is to blame, as the report names it
 * @param fix what the report offers to be pasted
 */
record Finding(String rule, String file, String fix) {

  private static final Pattern TEXT =
      Pattern.compile(
          "(?m)^(?:error|warning) ([a-z-]+): ([^:\\s]+\\.sql):.*\\n(?:  .*\\n)+?  Fix:\\n((?:.+\\n)+)");

  static List<Finding> in(String report) {
    return TEXT.matcher(report).results().map(Finding::of).toList();
  }

  private static Finding of(MatchResult found) {
    return new Finding(found.group(1), found.group(2), found.group(3));
  }
}
