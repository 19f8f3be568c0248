package dev.croft.lint.sql;

import dev.croft.lint.sql.Effect.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_table_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Constr_bodyContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Constraint_commonContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_actionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_column_definitionContext;

/** What adding a column does: the column itself, its values in old rows, its constraints. */
final class AddColumnEffects {
  private static final Set<String> SERIAL =
      Set.of("smallserial", "serial", "bigserial", "serial2", "serial4", "serial8");

  private AddColumnEffects() {}

  static Stream<Effect> of(String table, Table_actionContext action) {
    Table_column_definitionContext column = action.table_column_definition();
    String name = Words.folded(column.identifier());
    List<Effect> effects = new ArrayList<>();
    effects.add(Effect.of(Kind.ADD_COLUMN, table, name));
    if (isComputed(column)) {
      effects.add(
          Effect.of(
              Kind.ADD_COMPUTED_COLUMN, table, name, SafeSteps.ofComputedColumn(table, column)));
    } else if (has(column, AddColumnEffects::isNotNull) && !has(column, c -> c.DEFAULT() != null)) {
      effects.add(
          Effect.of(
              Kind.ADD_REQUIRED_COLUMN, table, name, SafeSteps.ofRequiredColumn(table, column)));
    }
    column.constraint_common().stream()
        .filter(each -> isCheckedOnRows(each.constr_body()) && !isNull(column, each, action))
        .forEach(each -> effects.add(AddConstraintEffects.of(table, each, action)));
    return effects.stream();
  }

  /** A reference that is null in every row: PostgreSQL reads none, and the locks are short. */
  private static boolean isNull(
      Table_column_definitionContext column,
      Constraint_commonContext constraint,
      Table_actionContext action) {
    boolean isAlone =
        action.getParent() instanceof Alter_table_statementContext statement
            && statement.table_action().size() == 1;
    return isAlone
        && constraint.constr_body().REFERENCES() != null
        && !isComputed(column)
        && !has(column, each -> each.DEFAULT() != null);
  }

  private static boolean isComputed(Table_column_definitionContext column) {
    return SERIAL.contains(Words.folded(column.data_type()))
        || has(column, AddColumnEffects::isComputed);
  }

  private static boolean isComputed(Constr_bodyContext constraint) {
    return constraint.identity_body() != null
        || constraint.STORED() != null
        || (constraint.default_expr != null && Volatility.isVolatile(constraint.default_expr));
  }

  private static boolean isNotNull(Constr_bodyContext constraint) {
    return constraint.NULL() != null && constraint.NOT() != null;
  }

  private static boolean isCheckedOnRows(Constr_bodyContext constraint) {
    return constraint.REFERENCES() != null
        || constraint.CHECK() != null
        || constraint.UNIQUE() != null
        || constraint.PRIMARY() != null;
  }

  private static boolean has(
      Table_column_definitionContext column, Predicate<Constr_bodyContext> property) {
    return column.constraint_common().stream()
        .map(Constraint_commonContext::constr_body)
        .anyMatch(property);
  }
}
