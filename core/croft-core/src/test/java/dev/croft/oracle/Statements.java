package dev.croft.oracle;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary statements of all kinds. */
final class Statements {
  private static final int DEPTH = 2;

  private final Queries queries = new Queries();

  Arbitrary<Statement> all() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, reads(DEPTH)),
        Tuple.of(9, reads(1)),
        Tuple.of(1, reads(0)),
        Tuple.of(7, new Writes(queries).change(1).map(Statement.Change::new)),
        Tuple.of(1, batches()),
        Tuple.of(1, rows()));
  }

  private Arbitrary<Statement> reads(int depth) {
    Arbitrary<List<Type>> types = Queries.any(Type.class).list().ofMinSize(1).ofMaxSize(4);
    return Combinators.combine(types, queries.query(depth), lock(), form()).as(Statement.Read::new);
  }

  private static Arbitrary<Statement.Lock> lock() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.just(Statement.Lock.NONE)),
        Tuple.of(1, Queries.any(Statement.Lock.class)));
  }

  private static Arbitrary<Statement.Form> form() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.just(Statement.Form.FETCH)),
        Tuple.of(1, Queries.any(Statement.Form.class)));
  }

  private static Arbitrary<Statement> batches() {
    return Combinators.combine(
            Arbitraries.of(Entity.GROWING),
            Writes.row().list().ofMinSize(1).ofMaxSize(3),
            Writes.owner(),
            Queries.any(Statement.Kind.class))
        .as(Statement.Batch::new);
  }

  private static Arbitrary<Statement> rows() {
    return Combinators.combine(
            Arbitraries.of(Entity.GROWING), Writes.row(), Queries.any(Statement.Life.class))
        .as(Statement.Row::new);
  }
}
