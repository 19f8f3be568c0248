package dev.croft.migrations.waves;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * In which order many schemas are migrated.
 *
 * @param canaries the schemas that go first and alone: a failure there touches no other
 * @param size how many schemas a wave has; a wave begins when the one before it is done
 * @param parallel how many are migrated at once; more than one at a time in as many processes,
 *     since Liquibase does one thing at a time in a JVM
 * @param lockTimeout as of {@link dev.croft.migrations.Migrator#givingWay}
 * @param lockAttempts likewise
 */
public record WavePlan(
    List<String> canaries, int size, int parallel, Duration lockTimeout, int lockAttempts) {
  private static final int TWENTY = 20;

  /** The first schema as the canary, waves of twenty, one after the other. */
  public static final WavePlan STANDARD =
      new WavePlan(List.of(), TWENTY, 1, Duration.ofSeconds(5), 10);

  public WavePlan {
    canaries = List.copyOf(canaries);
    requireNonNull(lockTimeout, "lockTimeout");
    if (size < 1 || parallel < 1) {
      throw new IllegalArgumentException("size: %d, parallel: %d".formatted(size, parallel));
    }
  }

  /** The same with other canaries. */
  public WavePlan withCanaries(List<String> schemas) {
    return new WavePlan(schemas, size, parallel, lockTimeout, lockAttempts);
  }

  /** The same with waves of another size. */
  public WavePlan withSize(int schemas) {
    return new WavePlan(canaries, schemas, parallel, lockTimeout, lockAttempts);
  }

  /** The same with so many at once. */
  public WavePlan withParallel(int processes) {
    return new WavePlan(canaries, size, processes, lockTimeout, lockAttempts);
  }

  /** The waves, the canaries first; the first schema where none is named. */
  List<List<String>> wavesOf(Collection<String> schemas) {
    Set<String> left = new LinkedHashSet<>(schemas);
    if (!left.containsAll(canaries)) {
      throw new IllegalArgumentException("canaries %s among %s".formatted(canaries, schemas));
    }
    List<String> first = canaries.isEmpty() ? left.stream().limit(1).toList() : canaries;
    left.removeAll(first);
    List<String> rest = List.copyOf(left);
    List<List<String>> waves = new ArrayList<>(List.of(first));
    for (int from = 0; from < rest.size(); from += size) {
      waves.add(rest.subList(from, Math.min(from + size, rest.size())));
    }
    return waves;
  }
}
