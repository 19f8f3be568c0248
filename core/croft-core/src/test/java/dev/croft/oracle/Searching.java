package dev.croft.oracle;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;

/** Statements by seed, and the smallest that still shows what one showed. */
final class Searching {
  private static final int ATTEMPTS = 400;

  private final RandomGenerator<Statement> generator = new Statements().all().generator(1000);

  /** Runs {@code work} where jqwik generates. */
  static void run(JqwikSession.Runnable work) {
    JqwikSession.run(work);
  }

  Statement statement(long seed) {
    return shrinkable(seed).value();
  }

  static int tenant(long seed) {
    return (int) Math.floorMod(seed, (long) Works.TENANTS);
  }

  /** The fault of the smallest statement that jqwik makes of the one of {@code seed}. */
  Optional<String> smallest(Oracle oracle, long seed) throws SQLException {
    Shrinkable<Statement> smallest = shrinkable(seed);
    Optional<String> fault = fault(oracle, smallest, seed);
    for (int attempts = 0; fault.isPresent() && attempts < ATTEMPTS; ) {
      Optional<String> smaller = Optional.empty();
      for (Shrinkable<Statement> candidate : candidates(smallest)) {
        attempts++;
        smaller = fault(oracle, candidate, seed);
        if (smaller.isPresent()) {
          smallest = candidate;
          fault = smaller;
          break;
        }
        if (attempts >= ATTEMPTS) {
          break;
        }
      }
      if (smaller.isEmpty()) {
        return fault;
      }
    }
    return fault;
  }

  private static List<Shrinkable<Statement>> candidates(Shrinkable<Statement> statement) {
    return statement
        .shrink()
        .limit(ATTEMPTS)
        .sorted(Comparator.comparing(Shrinkable::distance))
        .toList();
  }

  private static Optional<String> fault(Oracle oracle, Shrinkable<Statement> statement, long seed)
      throws SQLException {
    return oracle.judge(statement.value(), tenant(seed)).fault();
  }

  private Shrinkable<Statement> shrinkable(long seed) {
    return generator.next(new Random(seed));
  }
}
