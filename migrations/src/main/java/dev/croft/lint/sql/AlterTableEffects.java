package dev.croft.lint.sql;

import dev.croft.lint.sql.Effect.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_table_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Column_actionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_actionContext;

/** What ALTER TABLE does to one table. */
final class AlterTableEffects {
  private final String table;
  private final Alter_table_statementContext statement;

  private AlterTableEffects(Alter_table_statementContext statement) {
    this.statement = statement;
    table = Words.qualified(statement.name);
  }

  static Stream<Effect> of(Alter_table_statementContext statement) {
    return new AlterTableEffects(statement).effects();
  }

  private Stream<Effect> effects() {
    if (statement.rename_to() != null || statement.set_schema() != null) {
      return Stream.of(effect(Kind.RENAME_TABLE, ""));
    }
    if (statement.RENAME() != null && statement.CONSTRAINT() == null) {
      return Stream.of(effect(Kind.RENAME_COLUMN, Words.folded(statement.identifier(0))));
    }
    if (statement.alter_partition() != null && statement.alter_partition().CONCURRENTLY() != null) {
      return Stream.of(effect(Kind.NEEDS_NO_TRANSACTION, ""));
    }
    List<Table_actionContext> actions = statement.table_action();
    return actions.isEmpty()
        ? Stream.of(effect(Kind.OTHER_LOCK, ""))
        : actions.stream()
            .flatMap(action -> ofAction(action).map(each -> each.in(Words.of(action))));
  }

  private Stream<Effect> ofAction(Table_actionContext action) {
    if (action.table_column_definition() != null) {
      return AddColumnEffects.of(table, action);
    }
    if (action.tabl_constraint != null) {
      return Stream.of(AddConstraintEffects.of(table, action.tabl_constraint, action));
    }
    if (action.column_action() != null) {
      return Stream.of(ofColumn(Words.folded(action.column), action.column_action()));
    }
    if (action.validate_constraint() != null) {
      String name = Words.qualified(action.validate_constraint().constraint_name);
      return Stream.of(effect(Kind.VALIDATE_CONSTRAINT, name));
    }
    if (action.drop_constraint() != null) {
      String name = Words.folded(action.drop_constraint().constraint_name);
      return Stream.of(effect(Kind.DROP_CONSTRAINT, name));
    }
    if (action.DROP() != null && action.column != null) {
      return Stream.of(effect(Kind.DROP_COLUMN, Words.folded(action.column)));
    }
    if (action.SECURITY() != null) {
      return Stream.of(ofRowSecurity(action));
    }
    boolean rewrites =
        action.set_logged() != null || action.METHOD() != null || action.set_tablespace() != null;
    return Stream.of(effect(rewrites ? Kind.REWRITE : Kind.OTHER_LOCK, ""));
  }

  private Effect ofRowSecurity(Table_actionContext action) {
    boolean isLifted = action.DISABLE() != null || action.NO() != null;
    return effect(
        isLifted ? Kind.LIFT_ROW_SECURITY : Kind.RESTORE_ROW_SECURITY,
        action.FORCE() == null ? "enable" : "force");
  }

  private Effect ofColumn(String column, Column_actionContext change) {
    if (change.TYPE() != null) {
      return effect(Kind.CHANGE_TYPE, column);
    }
    return change.set != null && change.NOT() != null
        ? Effect.of(Kind.SET_NOT_NULL, table, column, SafeSteps.ofNotNull(table, column))
        : effect(Kind.OTHER_LOCK, column);
  }

  private Effect effect(Kind kind, String name) {
    return Effect.of(kind, table, name);
  }
}
