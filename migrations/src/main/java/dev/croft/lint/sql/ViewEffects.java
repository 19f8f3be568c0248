package dev.croft.lint.sql;

import static dev.croft.lint.sql.StatementEffects.on;

import dev.croft.lint.sql.Effect.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Additional_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_materialized_view_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_view_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_alterContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_qualified_nameContext;

/** What is done to views, stored ones too. */
final class ViewEffects {
  private ViewEffects() {}

  static Stream<Effect> ofAlter(Schema_alterContext alter) {
    Alter_view_statementContext view = alter.alter_view_statement();
    if (view != null && isRenamed(view)) {
      return Stream.of(on(Kind.RENAME_TABLE, view.name));
    }
    Alter_materialized_view_statementContext stored = alter.alter_materialized_view_statement();
    return stored != null && isRenamed(stored)
        ? Stream.of(on(Kind.RENAME_TABLE, stored.schema_qualified_name()))
        : Stream.empty();
  }

  private static boolean isRenamed(Alter_view_statementContext view) {
    return view.alter_view_action().rename_to() != null
        || view.alter_view_action().set_schema() != null;
  }

  private static boolean isRenamed(Alter_materialized_view_statementContext view) {
    return view.alter_materialized_view_action() != null
        && (view.alter_materialized_view_action().rename_to() != null
            || view.alter_materialized_view_action().set_schema() != null);
  }

  /** PostgreSQL manual, REFRESH MATERIALIZED VIEW, "CONCURRENTLY". */
  static Stream<Effect> ofRefresh(Additional_statementContext refresh) {
    Schema_qualified_nameContext view = refresh.schema_qualified_name();
    if (refresh.CONCURRENTLY() != null || refresh.NO() != null) {
      return Stream.empty();
    }
    String name = Words.qualified(view);
    Step concurrently = Step.of("refresh materialized view concurrently " + name, "");
    return Stream.of(Effect.of(Kind.REWRITE, name, "", List.of(concurrently)));
  }
}
