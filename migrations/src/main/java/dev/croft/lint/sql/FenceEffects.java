package dev.croft.lint.sql;

import dev.croft.lint.sql.Effect.Kind;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.antlr.v4.runtime.tree.ParseTree;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Function_callContext;

/** Which tables a query fences, by a function of Croft that names one in its first argument. */
final class FenceEffects {
  private static final Set<String> FUNCTIONS =
      Set.of("croft.tenant_table", "croft.shared_table", "croft.fence_table");

  private FenceEffects() {}

  static Stream<Effect> of(ParseTree tree) {
    Stream<Effect> inner =
        IntStream.range(0, tree.getChildCount()).mapToObj(tree::getChild).flatMap(FenceEffects::of);
    return tree instanceof Function_callContext call ? Stream.concat(ofCall(call), inner) : inner;
  }

  private static Stream<Effect> ofCall(Function_callContext call) {
    if (call.schema_qualified_name_nontype() == null
        || call.vex_or_named_notation().isEmpty()
        || !FUNCTIONS.contains(Words.folded(call.schema_qualified_name_nontype()))) {
      return Stream.empty();
    }
    String argument = Words.of(call.vex_or_named_notation(0));
    int end = argument.lastIndexOf('\'');
    return argument.startsWith("'") && end > 0
        ? Stream.of(Effect.of(Kind.FENCE_TABLE, folded(argument.substring(1, end)), ""))
        : Stream.empty();
  }

  private static String folded(String table) {
    return table.contains("\"") ? table : table.toLowerCase(Locale.ROOT);
  }
}
