package dev.croft.lint.sql;

import static dev.croft.lint.sql.StatementEffects.needsNone;
import static dev.croft.lint.sql.StatementEffects.on;

import dev.croft.lint.sql.Effect.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Additional_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Reindex_stmtContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Script_additionalContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Script_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Vacuum_modeContext;

/** What is done by statements that neither define objects nor change single rows. */
final class ScriptEffects {
  private ScriptEffects() {}

  static Stream<Effect> of(Script_statementContext script) {
    if (script.script_transaction() == null) {
      return ofAdditional(script.script_additional());
    }
    return script.script_transaction().lock_table() == null
        ? Stream.of(Effect.of(Kind.CONTROL_TRANSACTION, "", ""))
        : script.script_transaction().lock_table().only_table_multiply().stream()
            .map(table -> on(Kind.OTHER_LOCK, table.schema_qualified_name()));
  }

  private static Stream<Effect> ofAdditional(Script_additionalContext script) {
    if (script.VACUUM() != null) {
      return ofVacuum(script);
    }
    Additional_statementContext more = script.additional_statement();
    if (more == null) {
      return Stream.empty();
    }
    if (more.truncate_stmt() != null) {
      return more.truncate_stmt().only_table_multiply().stream()
          .map(table -> on(Kind.TRUNCATE, table.schema_qualified_name()));
    }
    if (more.REFRESH() != null) {
      return ViewEffects.ofRefresh(more);
    }
    if (more.cluster_stmt() != null && more.cluster_stmt().schema_qualified_name() != null) {
      return Stream.of(on(Kind.REWRITE, more.cluster_stmt().schema_qualified_name()));
    }
    return more.reindex_stmt() == null ? Stream.empty() : Stream.of(ofReindex(more.reindex_stmt()));
  }

  private static Stream<Effect> ofVacuum(Script_additionalContext vacuum) {
    if (!isFull(vacuum.vacuum_mode()) || vacuum.table_cols_list() == null) {
      return Stream.of(needsNone());
    }
    Stream<Effect> rewritten =
        vacuum.table_cols_list().inheritance_specified_table_cols().stream()
            .map(each -> on(Kind.REWRITE, each.schema_qualified_name()));
    return Stream.concat(Stream.of(needsNone()), rewritten);
  }

  private static boolean isFull(Vacuum_modeContext mode) {
    return mode != null
        && (mode.FULL() != null
            || mode.vacuum_option().stream().anyMatch(each -> each.FULL() != null));
  }

  /** PostgreSQL manual, REINDEX, "Rebuilding Indexes Concurrently". */
  private static Effect ofReindex(Reindex_stmtContext reindex) {
    boolean isOfIndex = reindex.INDEX() != null;
    if (isConcurrent(reindex) || (reindex.TABLE() == null && !isOfIndex)) {
      return needsNone();
    }
    String name = Words.qualified(reindex.schema_qualified_name());
    String concurrently =
        "reindex %s concurrently %s".formatted(isOfIndex ? "index" : "table", name);
    return Effect.of(
        Kind.REBUILD_INDEX,
        isOfIndex ? "" : name,
        isOfIndex ? name : "",
        List.of(Step.outsideTransaction(concurrently, "")));
  }

  private static boolean isConcurrent(Reindex_stmtContext reindex) {
    return reindex.CONCURRENTLY() != null
        || (reindex.reindex_options() != null
            && reindex.reindex_options().reindex_option().stream()
                .anyMatch(each -> each.CONCURRENTLY() != null));
  }
}
