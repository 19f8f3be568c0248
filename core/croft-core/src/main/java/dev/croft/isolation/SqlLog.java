package dev.croft.isolation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.ExecuteContext;

/** Shows what runs, without the values that are bound to it or quoted in it. */
final class SqlLog {
  private static final Pattern DOLLARS = Pattern.compile("\\$(?:[A-Za-z_]\\w*)?\\$");
  private static final Pattern ESCAPES = Pattern.compile("(?:^|\\W)[eE]$");

  private SqlLog() {}

  static void executing(ExecuteContext context) {
    String sql = context.sql();
    if (StatementGuard.SQL.isDebugEnabled() && sql != null) {
      StatementGuard.SQL.debug("{}", withoutLiterals(sql));
    }
  }

  /** Leaves comments out too (PostgreSQL manual, section 4.1); names in quotes stay. */
  static String withoutLiterals(String sql) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < sql.length(); ) {
      int end = endOfQuoted(sql, i);
      if (end == i) {
        shown.append(sql.charAt(i++));
      } else {
        shown.append(sql.charAt(i) == '"' ? sql.substring(i, end) : "'…'");
        i = end;
      }
    }
    return shown.toString();
  }

  /** Where what begins at {@code start} ends, which is there where nothing is quoted. */
  private static int endOfQuoted(String sql, int start) {
    return switch (sql.charAt(start)) {
      case '"' -> after(sql, start + 1, "\"");
      case '\'' -> endOfLiteral(sql, start);
      case '-' -> sql.startsWith("--", start) ? after(sql, start, "\n") : start;
      case '/' -> sql.startsWith("/*", start) ? after(sql, start, "*/") : start;
      case '$' -> endOfDollars(sql, start);
      default -> start;
    };
  }

  private static int after(String sql, int start, String end) {
    int found = sql.indexOf(end, start);
    return found < 0 ? sql.length() : found + end.length();
  }

  /** Two quotes within a literal are one; after an E, so is a quote behind a backslash. */
  private static int endOfLiteral(String sql, int start) {
    boolean escapes = ESCAPES.matcher(sql.substring(Math.max(0, start - 2), start)).find();
    int i = start + 1;
    while (i < sql.length() && (sql.charAt(i) != '\'' || sql.startsWith("''", i))) {
      boolean pair = sql.charAt(i) == '\'' || (escapes && sql.charAt(i) == '\\');
      i += pair ? 2 : 1;
    }
    return Math.min(i + 1, sql.length());
  }

  private static int endOfDollars(String sql, int start) {
    Matcher dollars = DOLLARS.matcher(sql).region(start, sql.length());
    return dollars.lookingAt() ? after(sql, dollars.end(), dollars.group()) : start;
  }
}
