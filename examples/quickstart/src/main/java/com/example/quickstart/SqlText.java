package com.example.quickstart;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL for readers: without the double quotes, one clause a line. Words and order are unchanged. */
final class SqlText {
  private static final Pattern CLAUSE =
      Pattern.compile(
          "(?<!delete) (?=(left outer join|(?<!outer )join|from|where|values|set|returning|order by"
              + "|fetch) )");
  private static final Pattern CONDITION = Pattern.compile(" (?=(on|and) )");
  private static final Pattern CAST = Pattern.compile("cast\\(\\? as (\\w+)\\)");
  private static final char KEPT_BLANK = '\u00a0';

  private SqlText() {}

  /** The lines of {@code clause}, broken where it reads best. */
  static List<String> lines(String clause, int width) {
    if (clause.length() <= width) {
      return List.of(clause);
    }
    String kept =
        CAST.matcher(clause).replaceAll("cast(?" + KEPT_BLANK + "as" + KEPT_BLANK + "$1)");
    List<String> lines = new ArrayList<>();
    for (String part : split(kept, CONDITION, 1)) {
      lines.addAll(Wrap.lines(part, width, lines.isEmpty() ? "" : "  ", "    "));
    }
    return lines.stream().map(line -> line.replace(KEPT_BLANK, ' ')).toList();
  }

  /** The clauses of {@code sql}, those of its subqueries left inside. */
  static List<String> clauses(String sql) {
    return split(sql.replace("\"", ""), CLAUSE, 0);
  }

  /** Splits where at most {@code depth} parentheses are open. */
  private static List<String> split(String text, Pattern boundary, int depth) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    Matcher matcher = boundary.matcher(text);
    while (matcher.find()) {
      if (openParentheses(text.substring(0, matcher.start())) <= depth) {
        parts.add(text.substring(start, matcher.start()));
        start = matcher.end();
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static long openParentheses(String text) {
    return text.chars().filter(c -> c == '(').count() - text.chars().filter(c -> c == ')').count();
  }
}
