package dev.croft.lint.sql;

import dev.croft.lint.sql.Effect.Kind;
import java.util.List;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Constr_bodyContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Constraint_commonContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_actionContext;

/** What adding a constraint does. */
final class AddConstraintEffects {
  private AddConstraintEffects() {}

  static Effect of(String table, Constraint_commonContext constraint, Table_actionContext action) {
    Constr_bodyContext body = constraint.constr_body();
    String name = constraint.identifier() == null ? "" : Words.folded(constraint.identifier());
    if (constraint.VALID() != null) {
      return NotNullCheck.column(body)
          .map(column -> Effect.of(Kind.PROMISE_NOT_NULL, table, column).saidBy(name))
          .orElseGet(() -> Effect.of(Kind.ADD_CONSTRAINT_NOT_VALID, table, name));
    }
    Kind kind = kind(body);
    return Effect.of(kind, table, name, steps(kind, table, name, body, action));
  }

  private static List<Step> steps(
      Kind kind, String table, String name, Constr_bodyContext body, Table_actionContext action) {
    return switch (kind) {
      case ADD_FOREIGN_KEY, ADD_CHECK -> SafeSteps.ofConstraint(table, name, action);
      case ADD_UNIQUE -> SafeSteps.ofUnique(table, name, body, action);
      default -> List.of();
    };
  }

  private static Kind kind(Constr_bodyContext body) {
    if (body.REFERENCES() != null) {
      return Kind.ADD_FOREIGN_KEY;
    }
    if (body.CHECK() != null) {
      return Kind.ADD_CHECK;
    }
    if (body.UNIQUE() != null || body.PRIMARY() != null) {
      return body.index_parameters().INDEX() == null ? Kind.ADD_UNIQUE : Kind.OTHER_LOCK;
    }
    return body.EXCLUDE() != null ? Kind.ADD_UNIQUE : Kind.SET_NOT_NULL;
  }
}
