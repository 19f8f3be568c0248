package dev.croft.oracle;

import dev.croft.fixture.Figures;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** Counts what became of the statements of one run. */
final class Tally {
  /** More would say the same. */
  private static final int FAULTS = 5;

  private final Map<Kind, LongAdder> counts = new EnumMap<>(Kind.class);
  private final List<Long> faulty = new CopyOnWriteArrayList<>();

  Tally() {
    for (Kind kind : Kind.values()) {
      counts.put(kind, new LongAdder());
    }
  }

  enum Kind {
    TRIED("queries tried"),
    REFUSED("queries refused by the fence"),
    FAILED("queries that fail the same in each way"),
    INVALID("queries that PostgreSQL does not take"),
    REACHES_OTHERS("queries that reach other tenants without a fence"),
    FAULTY("leaks and differences found");

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }

  void add(long seed, Verdict verdict) {
    count(Kind.TRIED, true);
    count(Kind.REFUSED, verdict.isRefused());
    count(Kind.INVALID, verdict.isInvalid());
    count(Kind.FAILED, verdict.outcome(Way.ALONE).kind() == Outcome.Kind.FAILED);
    count(Kind.REACHES_OTHERS, verdict.reachesOthers());
    boolean isFaulty = !verdict.isInvalid() && verdict.fault().isPresent();
    count(Kind.FAULTY, isFaulty);
    if (isFaulty && faulty.size() < FAULTS) {
      faulty.add(seed);
    }
  }

  private void count(Kind kind, boolean is) {
    if (is) {
      adder(kind).increment();
    }
  }

  private LongAdder adder(Kind kind) {
    return counts.computeIfAbsent(kind, missing -> new LongAdder());
  }

  double share(Kind kind) {
    return (double) adder(kind).sum() / adder(Kind.TRIED).sum();
  }

  /** The seeds of some faulty statements. */
  List<Long> faulty() {
    return List.copyOf(faulty);
  }

  void addFigures() {
    counts.forEach((kind, count) -> Figures.add("oracle: " + kind.text, count.sum()));
  }
}
