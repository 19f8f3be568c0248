package dev.croft.lint.sql;

import java.util.Set;
import org.antlr.v4.runtime.tree.ParseTree;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Function_callContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.VexContext;

/**
 * Whether a default must be evaluated for each row. The catalogue is not at hand, so every function
 * is taken for volatile but those that are known not to be.
 */
final class Volatility {
  private static final Set<String> STABLE =
      Set.of(
          "now",
          "transaction_timestamp",
          "statement_timestamp",
          "current_setting",
          "to_timestamp",
          "to_date",
          "make_date",
          "make_interval",
          "make_timestamptz",
          "date_trunc",
          "lower",
          "upper",
          "md5",
          "jsonb_build_object",
          "jsonb_build_array",
          "json_build_object",
          "json_build_array",
          "array_fill",
          "coalesce");

  private Volatility() {}

  static boolean isVolatile(VexContext expression) {
    return callsVolatile(expression);
  }

  private static boolean callsVolatile(ParseTree tree) {
    if (tree instanceof Function_callContext call
        && call.schema_qualified_name_nontype() != null
        && !isStable(Words.folded(call.schema_qualified_name_nontype()))) {
      return true;
    }
    for (int child = 0; child < tree.getChildCount(); child++) {
      if (callsVolatile(tree.getChild(child))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isStable(String function) {
    return STABLE.contains(function.replaceFirst("^pg_catalog\\.", ""));
  }
}
