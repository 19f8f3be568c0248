package dev.croft.lint.sql;

import java.util.List;
import org.antlr.v4.runtime.misc.Interval;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_table_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Constr_bodyContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_index_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_actionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_column_definitionContext;

/** The same outcome in steps that block nobody for long, each of them a changeset of its own. */
final class SafeSteps {
  private SafeSteps() {}

  /** PostgreSQL manual, CREATE INDEX, "Building Indexes Concurrently". */
  static List<Step> ofIndex(Create_index_statementContext index) {
    String table = Words.qualified(index.table_name);
    String name =
        index.name == null ? Words.joined(Words.last(table), "idx") : Words.folded(index.name);
    int from =
        index.name == null
            ? index.ON().getSymbol().getStartIndex()
            : index.name.getStop().getStopIndex() + 1;
    String rest =
        index
            .getStart()
            .getInputStream()
            .getText(new Interval(from, index.getStop().getStopIndex()))
            .strip();
    return List.of(
        Step.outsideTransaction(
            "create %sindex concurrently %s %s"
                .formatted(index.UNIQUE() == null ? "" : "unique ", name, rest),
            "drop index concurrently %s".formatted(Words.beside(table, name))));
  }

  /** PostgreSQL manual, ALTER TABLE, "ADD table_constraint [ NOT VALID ]". */
  static List<Step> ofConstraint(String table, String name, Table_actionContext action) {
    return name.isEmpty() || action.tabl_constraint == null
        ? List.of()
        : validatedLater(table, name, Words.of(action));
  }

  /** PostgreSQL manual, ALTER TABLE, "ADD table_constraint_using_index". */
  static List<Step> ofUnique(
      String table, String name, Constr_bodyContext body, Table_actionContext action) {
    if (name.isEmpty() || body.col_overlaps == null) {
      return List.of();
    }
    String kind = body.PRIMARY() == null ? "unique" : "primary key";
    String index = isDroppedBeside(name, action) ? Words.joined(name, "new") : name;
    return List.of(
        Step.outsideTransaction(
            "create unique index concurrently %s on %s %s"
                .formatted(index, table, Words.of(body.col_overlaps)),
            "drop index concurrently if exists %s".formatted(Words.beside(table, index))),
        Step.ofAction(
            table,
            "add constraint %s %s using index %s".formatted(name, kind, index),
            dropConstraint(table, name)));
  }

  /** Then the name is taken while the index is built; the constraint gives it to the index. */
  private static boolean isDroppedBeside(String name, Table_actionContext action) {
    return action.getParent() instanceof Alter_table_statementContext statement
        && statement.table_action().stream()
            .map(Table_actionContext::drop_constraint)
            .anyMatch(each -> each != null && Words.folded(each.constraint_name).equals(name));
  }

  /**
   * PostgreSQL manual, ALTER TABLE, "SET NOT NULL": a valid check saves the scan. In one statement
   * with the drop of the check it would not, because drops are done first.
   */
  static List<Step> ofNotNull(String table, String column) {
    String name = Words.joined(Words.last(table), column, "not_null");
    List<Step> checked =
        validatedLater(
            table, name, "add constraint %s check (%s is not null)".formatted(name, column));
    return List.of(
        checked.get(0),
        checked.get(1),
        Step.of(
            "alter table %s alter column %s set not null;\n%s"
                .formatted(table, column, dropConstraint(table, name)),
            "alter table %s alter column %s drop not null,".formatted(table, column)
                + " add constraint %s check (%s is not null) not valid".formatted(name, column)));
  }

  /** A default that is set later holds for new rows, and rewrites none. */
  static List<Step> ofComputedColumn(String table, Table_column_definitionContext column) {
    String name = Words.folded(column.identifier());
    return column.constraint_common().stream()
        .map(each -> each.constr_body().default_expr)
        .filter(each -> each != null)
        .findFirst()
        .map(
            expression ->
                List.of(
                    nullable(table, name, column),
                    Step.of(
                        "alter table %s alter column %s set default %s"
                            .formatted(table, name, Words.of(expression)),
                        "alter table %s alter column %s drop default".formatted(table, name))))
        .orElse(List.of());
  }

  static List<Step> ofRequiredColumn(String table, Table_column_definitionContext column) {
    return List.of(nullable(table, Words.folded(column.identifier()), column));
  }

  private static Step nullable(String table, String name, Table_column_definitionContext column) {
    return Step.ofAction(
        table,
        "add column %s %s".formatted(name, Words.of(column.data_type())),
        "alter table %s drop column %s".formatted(table, name));
  }

  private static List<Step> validatedLater(String table, String name, String action) {
    return List.of(
        Step.ofAction(table, action + " not valid", dropConstraint(table, name)),
        Step.of("alter table %s validate constraint %s".formatted(table, name), ""));
  }

  static String dropConstraint(String table, String name) {
    return "alter table %s drop constraint %s".formatted(table, name);
  }
}
