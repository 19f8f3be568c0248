package dev.croft.oracle;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary queries and their parts, none of which holds more levels than the number given. */
final class Queries {
  private static final int DEEPEST = 2;

  private final List<Arbitrary<Query>> queries = new ArrayList<>();
  private final List<Arbitrary<Source>> sources = new ArrayList<>();
  private final List<Arbitrary<Filter>> filters = new ArrayList<>();
  private final List<Arbitrary<Value>> values = new ArrayList<>();

  Queries() {
    for (int depth = 0; depth <= DEEPEST; depth++) {
      values.add(values(depth));
      filters.add(filters(depth));
      sources.add(sources(depth));
      queries.add(queries(depth));
    }
  }

  Arbitrary<Query> query(int depth) {
    return queries.get(Math.min(depth, DEEPEST));
  }

  Arbitrary<Source> source(int depth) {
    return sources.get(Math.min(depth, DEEPEST));
  }

  Arbitrary<Filter> filter(int depth) {
    return filters.get(Math.min(depth, DEEPEST));
  }

  Arbitrary<Value> value(int depth) {
    return values.get(Math.min(depth, DEEPEST));
  }

  static Arbitrary<Integer> number(int below) {
    return Arbitraries.integers().between(0, below - 1).withoutEdgeCases();
  }

  static <E extends Enum<E>> Arbitrary<E> any(Class<E> type) {
    return Arbitraries.of(type);
  }

  static Arbitrary<Boolean> onceIn(int times) {
    return number(times).map(number -> number == times - 1);
  }

  /** Tables of tenants more often than the rest. */
  static Arbitrary<Entity> entity() {
    return Arbitraries.frequency(
        Tuple.of(4, Entity.PROJECT),
        Tuple.of(4, Entity.TASK),
        Tuple.of(2, Entity.TAG),
        Tuple.of(2, Entity.EVENT),
        Tuple.of(2, Entity.PERSON),
        Tuple.of(1, Entity.MEMBER),
        Tuple.of(1, Entity.ROLE),
        Tuple.of(1, Entity.HOLDER),
        Tuple.of(1, Entity.TENANT),
        Tuple.of(1, Entity.PRIORITY));
  }

  private Arbitrary<Value> values(int depth) {
    Arbitrary<Value> columns = number(8).map(Value.OfColumn::new);
    Arbitrary<Value> paths = Combinators.combine(number(12), number(4)).as(Value.OfPath::new);
    Arbitrary<Value> windows =
        Combinators.combine(any(Value.Aggregate.class), number(8), number(4), onceIn(2))
            .as(Value.Windowed::new);
    Arbitrary<Value> plain =
        Arbitraries.frequencyOf(
            Tuple.of(14, columns),
            Tuple.of(3, paths),
            Tuple.of(2, windows),
            Tuple.of(1, number(8).map(Value.Cast::new)),
            Tuple.of(1, number(8).map(Value.Literal::new)),
            Tuple.of(1, Combinators.combine(number(8), number(8)).as(Value.NestedRow::new)));
    if (depth == 0) {
      return plain;
    }
    Arbitrary<Query> query = queries.get(depth - 1);
    return Arbitraries.frequencyOf(
        Tuple.of(12, plain),
        Tuple.of(2, Combinators.combine(any(Value.Aggregate.class), query).as(Value.Scalar::new)),
        Tuple.of(1, query.map(Value.Nested::new)));
  }

  private Arbitrary<Filter> filters(int depth) {
    Arbitrary<Filter.Comparison> comparison = any(Filter.Comparison.class);
    Arbitrary<Filter> plain =
        Arbitraries.frequencyOf(
            Tuple.of(3, Combinators.combine(number(20), comparison).as(Filter.Related::new)),
            Tuple.of(
                4,
                Combinators.combine(any(Type.class), number(8), number(8), comparison)
                    .as(Filter.ToLiteral::new)),
            Tuple.of(
                2,
                Combinators.combine(any(Type.class), number(8), onceIn(2)).as(Filter.Absent::new)),
            Tuple.of(
                1, Combinators.combine(number(12), number(4), number(8)).as(Filter.OfPath::new)));
    if (depth == 0) {
      return plain;
    }
    Arbitrary<Filter> shallower = filters.get(depth - 1);
    Arbitrary<Query> query = queries.get(depth - 1);
    return Arbitraries.frequencyOf(
        Tuple.of(5, plain),
        Tuple.of(1, Combinators.combine(shallower, shallower).as(Filter.Both::new)),
        Tuple.of(2, Combinators.combine(shallower, shallower).as(Filter.Either::new)),
        Tuple.of(1, shallower.map(Filter.Not::new)),
        Tuple.of(3, Combinators.combine(query, onceIn(3)).as(Filter.Exists::new)),
        Tuple.of(
            3,
            Combinators.combine(any(Type.class), number(8), query, any(Filter.Membership.class))
                .as(Filter.Member::new)),
        Tuple.of(1, Combinators.combine(number(8), query, comparison).as(Filter.ToScalar::new)));
  }

  private Arbitrary<Source> sources(int depth) {
    return depth == 0
        ? tables()
        : Arbitraries.frequencyOf(
            Tuple.of(6, tables()),
            Tuple.of(9, joins(depth)),
            Tuple.of(2, pathJoins(depth)),
            Tuple.of(2, queries.get(depth - 1).map(Source.Derived::new)),
            Tuple.of(2, queries.get(depth - 1).map(Source.Lateral::new)),
            Tuple.of(2, queries.get(depth - 1).map(Source.Common::new)),
            Tuple.of(
                1, Combinators.combine(onceIn(2), filters.get(depth - 1)).as(Source.Ancestry::new)),
            Tuple.of(1, changes(depth)));
  }

  private static Arbitrary<Source> tables() {
    return Arbitraries.frequencyOf(
        Tuple.of(14, Combinators.combine(entity(), number(4).map(n -> n < 3)).as(Source.Rows::new)),
        Tuple.of(1, entity().map(Source.Renamed::new)),
        Tuple.of(3, Combinators.combine(number(18), entity()).as(Source.PathRows::new)),
        Tuple.of(1, any(Source.Listing.class).map(Source.Listed::new)),
        Tuple.of(
            1,
            Combinators.combine(entity(), number(8), number(8))
                .as(
                    (entity, column, literal) ->
                        new Source.Filtered(
                            entity,
                            new Filter.ToLiteral(
                                Type.NUMBER, column, literal, Filter.Comparison.UNEQUAL)))));
  }

  private Arbitrary<Source> joins(int depth) {
    Arbitrary<Source.Extra> extra =
        Arbitraries.frequency(
            Tuple.of(6, Source.Extra.NOTHING),
            Tuple.of(1, Source.Extra.OR_ABSENT),
            Tuple.of(1, Source.Extra.ANYTHING));
    return Combinators.combine(
            join(), sources.get(depth - 1), sources.get(depth - 1), pair(), extra)
        .as(Source.Joined::new);
  }

  /** The first pairs are those of ids. */
  static Arbitrary<Integer> pair() {
    return Arbitraries.frequencyOf(Tuple.of(3, number(3)), Tuple.of(1, number(20)));
  }

  private static Arbitrary<Source.Join> join() {
    return Arbitraries.frequency(
        Tuple.of(6, Source.Join.INNER),
        Tuple.of(6, Source.Join.LEFT),
        Tuple.of(3, Source.Join.RIGHT),
        Tuple.of(2, Source.Join.FULL),
        Tuple.of(1, Source.Join.CROSS),
        Tuple.of(1, Source.Join.COMMA),
        Tuple.of(2, Source.Join.USING),
        Tuple.of(1, Source.Join.LEFT_USING),
        Tuple.of(1, Source.Join.NATURAL),
        Tuple.of(1, Source.Join.NATURAL_LEFT),
        Tuple.of(1, Source.Join.NATURAL_FULL),
        Tuple.of(2, Source.Join.SEMI),
        Tuple.of(2, Source.Join.ANTI),
        Tuple.of(1, Source.Join.CROSS_APPLY),
        Tuple.of(1, Source.Join.OUTER_APPLY));
  }

  private Arbitrary<Source> pathJoins(int depth) {
    return Combinators.combine(onceIn(2), sources.get(depth - 1), number(18))
        .as(Source.PathJoined::new);
  }

  private Arbitrary<Source> changes(int depth) {
    Arbitrary<Source> instead = tables();
    return Combinators.combine(new Writes(this).change(depth - 1), instead).as(Source.Changed::new);
  }

  private Arbitrary<Query> queries(int depth) {
    Arbitrary<Query.Shape> shape =
        Arbitraries.frequencyOf(
            Tuple.of(5, Arbitraries.just(Query.Shape.PLAIN)), Tuple.of(4, any(Query.Shape.class)));
    return Combinators.combine(
            values.get(depth).list().ofMinSize(1).ofMaxSize(4),
            sources.get(depth),
            filters.get(depth).list().ofMaxSize(2),
            shape,
            number(3),
            combined(depth),
            onceIn(5))
        .as(Query::new);
  }

  private Arbitrary<List<Query.Combined>> combined(int depth) {
    Arbitrary<List<Query.Combined>> none = Arbitraries.just(List.of());
    if (depth == 0) {
      return none;
    }
    Arbitrary<List<Query.Combined>> one =
        Combinators.combine(any(Query.SetOperation.class), queries.get(depth - 1))
            .as(Query.Combined::new)
            .map(List::of);
    return Arbitraries.frequencyOf(Tuple.of(7, none), Tuple.of(1, one));
  }
}
