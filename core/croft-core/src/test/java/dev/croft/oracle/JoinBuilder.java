package dev.croft.oracle;

import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Builds joins. Where a kind of join does not fit its tables, it becomes an inner join. */
final class JoinBuilder {
  private final Building building;

  JoinBuilder(Building building) {
    this.building = building;
  }

  Table<?> build(Source.Joined joined, Scope into, Scope sight, Commons commons) {
    Scope left = new Scope(into.outer());
    Scope right = new Scope(into.outer());
    Table<?> one = building.sources().build(joined.left(), left, sight, commons);
    Scope lateral = showsLeft(joined.join()) ? left.inner() : Scope.empty();
    lateral.addAll(left);
    Table<?> other =
        building
            .sources()
            .build(
                withoutSemiJoin(joined.right()),
                right,
                showsLeft(joined.join()) ? lateral : right,
                commons);
    Table<?> join = join(joined, one, other, left, right);
    show(left, into, joined);
    if (!hidesRight(joined.join())) {
      show(right, into, joined);
    }
    return join;
  }

  /**
   * Paths would make joins of the sides, where names could be ambiguous; and no path leads from the
   * derived table that the fence makes of a side.
   */
  private static void show(Scope side, Scope into, Source.Joined joined) {
    if (hidesPaths(joined.join())) {
      side.columns().forEach(into::add);
    } else {
      into.addAll(side);
    }
  }

  private static boolean hidesPaths(Source.Join join) {
    return switch (join) {
      case FULL, USING, LEFT_USING, NATURAL, NATURAL_LEFT, NATURAL_FULL -> true;
      default -> false;
    };
  }

  private static boolean showsLeft(Source.Join join) {
    return switch (join) {
      case INNER, LEFT, CROSS, COMMA, CROSS_APPLY, OUTER_APPLY -> true;
      default -> false;
    };
  }

  /** jOOQ makes EXISTS of a semi join, for which it finds no place on the right. */
  static Source withoutSemiJoin(Source source) {
    return source instanceof Source.Joined joined && hidesRight(joined.join())
        ? new Source.Joined(
            Source.Join.INNER, joined.left(), joined.right(), joined.pair(), joined.extra())
        : source;
  }

  private static boolean hidesRight(Source.Join join) {
    return join == Source.Join.SEMI || join == Source.Join.ANTI;
  }

  private static Table<?> join(
      Source.Joined joined, Table<?> one, Table<?> other, Scope left, Scope right) {
    Condition on = on(joined, left, right);
    return switch (joined.join()) {
      case LEFT -> one.leftJoin(other).on(on);
      case RIGHT -> one.rightJoin(other).on(on);
      case FULL -> one.fullJoin(other).on(on);
      case CROSS, COMMA -> one.crossJoin(other);
      case CROSS_APPLY -> isQuery(joined) ? one.crossApply(other) : one.crossJoin(other);
      case OUTER_APPLY -> isQuery(joined) ? one.outerApply(other) : one.leftJoin(other).on(on);
      case SEMI -> one.leftSemiJoin(other).on(on);
      case ANTI -> one.leftAntiJoin(other).on(on);
      case INNER -> one.join(other).on(on);
      case USING, LEFT_USING, NATURAL, NATURAL_LEFT, NATURAL_FULL ->
          isPlain(joined) ? byName(joined, one, other, on) : one.join(other).on(on);
    };
  }

  /** What can be lateral, as the right side of an APPLY is. */
  private static boolean isQuery(Source.Joined joined) {
    return joined.right() instanceof Source.Derived || joined.right() instanceof Source.Lateral;
  }

  /** Names that are the same on both sides can be ambiguous where a side is a join itself. */
  private static boolean isPlain(Source.Joined joined) {
    return joined.left() instanceof Source.Rows && joined.right() instanceof Source.Rows;
  }

  private static Table<?> byName(Source.Joined joined, Table<?> one, Table<?> other, Condition on) {
    List<Field<?>> common =
        Stream.<Field<?>>of(one.fields())
            .filter(field -> field.getName().endsWith("id") && other.field(field.getName()) != null)
            .toList();
    List<Field<?>> using = common.isEmpty() ? common : List.of(common.get(common.size() - 1));
    return switch (joined.join()) {
      case NATURAL -> one.naturalJoin(other);
      case NATURAL_LEFT -> one.naturalLeftOuterJoin(other);
      case NATURAL_FULL -> one.naturalFullOuterJoin(other);
      case LEFT_USING ->
          using.isEmpty() ? one.leftJoin(other).on(on) : one.leftJoin(other).using(using);
      default -> using.isEmpty() ? one.join(other).on(on) : one.join(other).using(using);
    };
  }

  @SuppressWarnings("unchecked")
  private static Condition on(Source.Joined joined, Scope left, Scope right) {
    List<Scope.Pair> pairs = Scope.pairs(left.columns(), right.columns());
    if (pairs.isEmpty() || joined.extra() == Source.Extra.ANYTHING) {
      return DSL.trueCondition();
    }
    Scope.Pair pair = Scope.pick(pairs, joined.pair(), pairs.get(0));
    Field<Object> one = (Field<Object>) pair.one().field();
    Field<Object> other = (Field<Object>) pair.other().field();
    boolean orAbsent =
        joined.extra() == Source.Extra.OR_ABSENT && joined.join() != Source.Join.FULL;
    return orAbsent ? one.eq(other).or(other.isNull()) : one.eq(other);
  }
}
