package dev.croft.lint.sql;

import java.util.Optional;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Constr_bodyContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.VexContext;

/** Recognises a check that says of one column that it is not null. */
final class NotNullCheck {
  private NotNullCheck() {}

  static Optional<String> column(Constr_bodyContext constraint) {
    if (constraint.CHECK() == null) {
      return constraint.NULL() != null && constraint.NOT() != null && constraint.col_name != null
          ? Optional.of(Words.qualified(constraint.col_name))
          : Optional.empty();
    }
    VexContext condition = constraint.expression;
    boolean isNotNull =
        condition.IS() != null && condition.NOT() != null && condition.NULL() != null;
    return isNotNull && condition.vex().size() == 1
        ? Optional.of(Words.folded(condition.vex(0)))
        : Optional.empty();
  }
}
