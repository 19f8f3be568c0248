package dev.croft.lint.sql;

import java.util.Locale;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.misc.Interval;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_qualified_nameContext;

/** What is written in a part of a statement. */
final class Words {
  private Words() {}

  /** As it is written, comments and line ends included. */
  static String of(ParserRuleContext tree) {
    int from = tree.getStart().getStartIndex();
    int to = tree.getStop() == null ? from : tree.getStop().getStopIndex();
    return to < from ? "" : tree.getStart().getInputStream().getText(new Interval(from, to));
  }

  /** A qualified name, each part of it folded as PostgreSQL does. */
  static String qualified(Schema_qualified_nameContext name) {
    return name.children.stream()
        .map(each -> each instanceof ParserRuleContext part ? folded(part) : each.getText())
        .collect(Collectors.joining());
  }

  /** A name as PostgreSQL folds it; one that must be quoted stays quoted. */
  static String folded(ParserRuleContext tree) {
    String name = of(tree);
    if (!name.startsWith("\"")) {
      return name.toLowerCase(Locale.ROOT);
    }
    String inner = name.substring(1, name.length() - 1);
    return isPlain(inner) ? inner : name;
  }

  /** The name without its schema. */
  static String last(String qualified) {
    return qualified.substring(qualified.lastIndexOf('.') + 1);
  }

  /** The name of something in the schema of a table. */
  static String beside(String table, String name) {
    return table.substring(0, table.lastIndexOf('.') + 1) + name;
  }

  /** A name made of others, quoted if one of them is. */
  static String joined(String... names) {
    String joined = String.join("_", names);
    return joined.contains("\"") ? "\"" + joined.replace("\"", "") + "\"" : joined;
  }

  private static boolean isPlain(String name) {
    return !name.isEmpty()
        && !Character.isDigit(name.charAt(0))
        && name.chars().allMatch(c -> c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
  }
}
