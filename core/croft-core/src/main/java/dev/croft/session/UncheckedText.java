package dev.croft.session;

import dev.croft.exception.StatementRefusedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Parser;
import org.postgresql.core.Query;

/** The text of an unchecked statement, as the driver reads it: one statement, about rows. */
final class UncheckedText {
  private static final Set<String> ABOUT_ROWS =
      Set.of(
          "(", "select", "values", "table", "with", "insert", "update", "delete", "merge",
          "explain");

  private UncheckedText() {}

  /**
   * The number of bind variables in {@code sql}.
   *
   * @throws StatementRefusedException when it is not exactly one statement, or not about rows
   */
  static int check(Connection raw, String sql) throws SQLException {
    BaseConnection driver = raw.unwrap(BaseConnection.class);
    Query alone = parsed(driver, sql);
    Query[] parts = parsed(driver, CleanExit.following(sql)).getSubqueries();
    if (alone.getSubqueries() != null || parts == null || parts.length != 2) {
      throw notOne();
    }
    checkKind(parts[0].getNativeSql());
    return alone.createParameterList().getParameterCount();
  }

  private static Query parsed(BaseConnection driver, String sql) {
    try {
      return driver.createQuery(sql, true, true).query;
    } catch (SQLException e) {
      throw notOne();
    }
  }

  private static StatementRefusedException notOne() {
    return refused(
        "A text of unchecked SQL",
        "the driver does not read exactly one complete statement in it",
        "Run one statement at a time, in the session's transaction(…) if they belong together.");
  }

  private static void checkKind(String sql) {
    String word = firstWord(sql);
    if (!ABOUT_ROWS.contains(word)) {
      throw refused(
          word.toUpperCase(Locale.ROOT),
          "it acts on the connection, the transaction or the schema",
          "Use SELECT, VALUES, TABLE, WITH, INSERT, UPDATE, DELETE, MERGE or EXPLAIN; lock rows by "
              + "SELECT … FOR UPDATE, and begin transactions by the session's transaction(…).");
    }
  }

  private static StatementRefusedException refused(String what, String facts, String advice) {
    return new StatementRefusedException(
        what + " is refused by an unchecked session", facts, advice);
  }

  /** In lower case; an opening parenthesis counts as a word. */
  private static String firstWord(String sql) {
    char[] text = sql.toCharArray();
    int start = 0;
    while (start < text.length && skipped(text, start) > start) {
      start = skipped(text, start);
    }
    int end = start;
    while (end < text.length && Character.isLetter(text[end])) {
      end++;
    }
    return sql.substring(start, Math.max(end, Math.min(start + 1, text.length)))
        .toLowerCase(Locale.ROOT);
  }

  /** Where the space or comment at {@code position} ends, or {@code position} itself. */
  private static int skipped(char[] text, int position) {
    if (Parser.isSpace(text[position])) {
      return position + 1;
    }
    int line = Parser.parseLineComment(text, position);
    int end = line > position ? line : Parser.parseBlockComment(text, position);
    return end > position ? Math.min(end + 1, text.length) : position;
  }
}
