package dev.croft.oracle;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary statements that change rows. */
final class Writes {
  private final Queries queries;

  Writes(Queries queries) {
    this.queries = queries;
  }

  Arbitrary<Write> change(int depth) {
    return Arbitraries.frequencyOf(
        Tuple.of(3, updates(depth)),
        Tuple.of(3, deletes(depth)),
        Tuple.of(3, inserts(depth)),
        Tuple.of(2, insertSelects(depth)));
  }

  private Arbitrary<Write> updates(int depth) {
    Arbitrary<Write.Assignment> assignment =
        Combinators.combine(Queries.number(4), queries.value(depth)).as(Write.Assignment::new);
    return Combinators.combine(
            Arbitraries.of(Entity.CHANGING),
            Queries.onceIn(3),
            assignment.list().ofMinSize(1).ofMaxSize(2),
            sources(depth),
            queries.filter(depth).list().ofMaxSize(2),
            returning(depth))
        .as(Write.Update::new);
  }

  private Arbitrary<Write> deletes(int depth) {
    return Combinators.combine(
            Arbitraries.of(Entity.CHANGING),
            Queries.onceIn(3),
            sources(depth),
            queries.filter(depth).list().ofMaxSize(2),
            returning(depth))
        .as(Write.Delete::new);
  }

  /** None as often as one. */
  private Arbitrary<List<Source>> sources(int depth) {
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.just(List.of())), Tuple.of(1, queries.source(depth).map(List::of)));
  }

  private Arbitrary<List<Value>> returning(int depth) {
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.just(List.of())),
        Tuple.of(1, queries.value(depth).list().ofMinSize(1).ofMaxSize(3)));
  }

  private Arbitrary<Write> inserts(int depth) {
    return Combinators.combine(
            Arbitraries.of(Entity.GROWING),
            row().list().ofMinSize(1).ofMaxSize(3),
            owner(),
            Queries.any(Write.Conflict.class),
            returning(depth))
        .as(Write.Insert::new);
  }

  private Arbitrary<Write> insertSelects(int depth) {
    return Combinators.combine(
            Arbitraries.of(Entity.GROWING),
            queries.query(depth),
            owner(),
            Queries.any(Write.Conflict.class),
            returning(depth))
        .as(Write.InsertSelect::new);
  }

  static Arbitrary<Write.NewRow> row() {
    return Combinators.combine(
            Queries.number(12), Queries.number(6), Queries.number(4), Queries.number(8))
        .as(Write.NewRow::new);
  }

  static Arbitrary<Write.Owner> owner() {
    return Arbitraries.frequency(
        Tuple.of(5, Write.Owner.ABSENT),
        Tuple.of(2, Write.Owner.OWN),
        Tuple.of(1, Write.Owner.NULL),
        Tuple.of(2, Write.Owner.OTHER));
  }
}
