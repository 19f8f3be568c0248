package dev.croft.isolation;

import java.util.Set;
import java.util.regex.Pattern;
import org.jooq.SQL;

/** Plain SQL that jOOQ's own parts are made of, told apart from a caller's by what it can say. */
final class PlainText {
  private static final Set<String> WRAPPERS = Set.of("{0}", "null");

  /** Operators: neither names nor literals, and too short to begin a comment unnoticed. */
  private static final Pattern OPERATOR =
      Pattern.compile("(?!.*--)(?!.*/\\*)[-+*/%|&^<>=#~@!]{1,3}");

  private PlainText() {}

  static boolean namesNothing(SQL sql) {
    String text = sql.toString();
    return WRAPPERS.contains(text) || OPERATOR.matcher(text).matches();
  }
}
