package dev.croft.isolation;

import static java.util.Objects.requireNonNull;

import dev.croft.exception.StatementRefusedException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Table;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/** Fences both sides of a join, each predicate at the place that keeps the join's meaning. */
final class JoinFence {
  private final TableFence tables;
  private final StatementState state;

  JoinFence(TableFence tables, StatementState state) {
    this.tables = tables;
    this.state = state;
  }

  /** As {@link TableFence#fence(Table, List)}. */
  Table<?> fence(QOM.JoinTable<?, ?> join, @Nullable List<TenantPredicate> outer) {
    QOM.JoinTable<?, ?> fenced = fenceSides(join, outer);
    state.fenced(fenced);
    return fenced;
  }

  /**
   * Fences a join that jOOQ made of a path. A table that stands in the FROM clause is fenced there,
   * the others in ON.
   */
  Table<?> fenceImplicit(QOM.JoinTable<?, ?> join) {
    List<TenantPredicate> outer = new ArrayList<>();
    QOM.JoinTable<?, ?> fenced = fenceSides(join, outer);
    QOM.JoinTable<?, ?> complete = conditionAdded(fenced, state.notApplied(outer));
    state.fenced(complete);
    return complete;
  }

  /** Only an inner join can take the predicates of both its sides. */
  private static QOM.JoinTable<?, ?> conditionAdded(
      QOM.JoinTable<?, ?> join, List<TenantPredicate> missing) {
    if (missing.isEmpty()) {
      return join;
    }
    Condition condition = requireNonNull(TableFence.and(missing, null));
    if (join instanceof QOM.CrossJoin<?>) {
      return (QOM.JoinTable<?, ?>) join.$table1().join(join.$table2()).on(condition);
    }
    if (join instanceof QOM.Join<?> inner && inner.$using().isEmpty() && inner.$on() != null) {
      return inner.$on(condition.and(inner.$on()));
    }
    throw new StatementRefusedException(
        "A path cannot be fenced in this join",
        "it skips tables that jOOQ joins by itself, and the join has no place for their predicates",
        "Join each table of the path.");
  }

  private QOM.JoinTable<?, ?> fenceSides(
      QOM.JoinTable<?, ?> join, @Nullable List<TenantPredicate> outer) {
    if (join instanceof QOM.LeftSemiJoin || join instanceof QOM.LeftAntiJoin) {
      // jOOQ renders the right side as EXISTS with a SELECT of its own, which is fenced as such.
      return join.$table1(tables.fence(join.$table1(), outer));
    }
    PreservedSide preserved = PreservedSide.of(join);
    if (join instanceof QOM.QualifiedJoin<?, ?> qualified && hasCondition(qualified)) {
      return conditional(qualified, outer, preserved);
    }
    return sides(join, preserved.left() ? outer : null, preserved.right() ? outer : null);
  }

  /** Or will have: of a join along a path, jOOQ adds the condition to ours. */
  private static boolean hasCondition(QOM.QualifiedJoin<?, ?> join) {
    return join.$using().isEmpty() && !(join instanceof QOM.FullJoin);
  }

  /** The right side of an inner join goes to ON too: that is where a reader looks for it. */
  private QOM.QualifiedJoin<?, ?> conditional(
      QOM.QualifiedJoin<?, ?> join,
      @Nullable List<TenantPredicate> outer,
      PreservedSide preserved) {
    List<TenantPredicate> on = new ArrayList<>();
    boolean inner = preserved == PreservedSide.BOTH;
    List<TenantPredicate> kept = inner && outer == null ? on : outer;
    boolean rightIsKept = preserved == PreservedSide.RIGHT;
    QOM.QualifiedJoin<?, ?> fenced =
        (QOM.QualifiedJoin<?, ?>) sides(join, rightIsKept ? on : kept, rightIsKept ? kept : on);
    Condition given = fenced.$on();
    Condition own = given == null ? null : TenantPredicate.onlyOf(leaves(join), given);
    Condition condition = TableFence.and(on, own);
    return condition == null ? fenced : fenced.$on(condition);
  }

  /** Where a path skips tables, jOOQ joins them with the condition of the last, ours in it. */
  private static List<Table<?>> leaves(Table<?> table) {
    if (!(table instanceof QOM.JoinTable<?, ?> join)) {
      return List.of(table);
    }
    List<Table<?>> leaves = new ArrayList<>(leaves(join.$table1()));
    leaves.addAll(leaves(join.$table2()));
    return leaves;
  }

  private QOM.JoinTable<?, ?> sides(
      QOM.JoinTable<?, ?> join,
      @Nullable List<TenantPredicate> left,
      @Nullable List<TenantPredicate> right) {
    Table<?> fencedLeft = tables.fence(join.$table1(), left);
    Table<?> fencedRight = tables.fence(join.$table2(), right);
    return join.$table1(fencedLeft).$table2(fencedRight);
  }

  /** Which sides keep their rows, so that filtering after the join is filtering before it. */
  private enum PreservedSide {
    LEFT,
    RIGHT,
    BOTH,
    NEITHER;

    static PreservedSide of(QOM.JoinTable<?, ?> join) {
      if (join instanceof QOM.LeftJoin
          || join instanceof QOM.NaturalLeftJoin
          || join instanceof QOM.CrossApply
          || join instanceof QOM.OuterApply) {
        return LEFT;
      }
      if (join instanceof QOM.RightJoin || join instanceof QOM.NaturalRightJoin) {
        return RIGHT;
      }
      boolean inner =
          join instanceof QOM.Join
              || join instanceof QOM.CrossJoin
              || join instanceof QOM.NaturalJoin;
      return inner ? BOTH : NEITHER;
    }

    boolean left() {
      return this == LEFT || this == BOTH;
    }

    boolean right() {
      return this == RIGHT || this == BOTH;
    }
  }
}
