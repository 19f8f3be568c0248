package dev.croft.isolation;

import java.util.regex.Pattern;
import org.jooq.ExecuteContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows what runs, without the values that are bound to it or quoted in it. */
final class SqlLog {
  private static final Logger SQL = LoggerFactory.getLogger("dev.croft.sql");

  /** To the end of the text where the end of a literal is missing. */
  private static final Pattern QUOTED =
      Pattern.compile("'(?:[^']|'')*(?:'|$)|\\$(\\w*)\\$.*?(?:\\$\\1\\$|$)", Pattern.DOTALL);

  private SqlLog() {}

  static void executing(ExecuteContext context) {
    String sql = context.sql();
    if (SQL.isDebugEnabled() && sql != null) {
      SQL.debug("{}", withoutLiterals(sql));
    }
  }

  static String withoutLiterals(String sql) {
    return QUOTED.matcher(sql).replaceAll("'…'");
  }
}
