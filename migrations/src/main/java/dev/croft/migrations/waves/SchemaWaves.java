package dev.croft.migrations.waves;

import static java.util.Objects.requireNonNull;

import dev.croft.migrations.Migrator;
import dev.croft.postgres.Login;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Migrates many schemas of one database by one changelog, wave by wave: the canaries first, and a
 * wave only if the one before it is done without a failure. What failed is corrected, and the same
 * call made again: schemas that are up to date are passed over.
 *
 * @see Migrator#inSchema
 */
public final class SchemaWaves {
  private final String jdbcUrl;
  private final Login login;
  private final String changelog;
  private final List<Path> directories;
  private final WavePlan plan;
  private final WaveListener listener;

  private SchemaWaves(
      String jdbcUrl,
      Login login,
      String changelog,
      List<Path> directories,
      WavePlan plan,
      WaveListener listener) {
    this.jdbcUrl = jdbcUrl;
    this.login = login;
    this.changelog = changelog;
    this.directories = directories;
    this.plan = plan;
    this.listener = listener;
  }

  /** Waves as {@link Migrator#of(String, Login, String)} would migrate one database. */
  public static SchemaWaves of(String jdbcUrl, Login login, String changelog) {
    requireNonNull(jdbcUrl, "jdbcUrl");
    requireNonNull(login, "login");
    requireNonNull(changelog, "changelog");
    return new SchemaWaves(
        jdbcUrl, login, changelog, List.of(), WavePlan.STANDARD, WaveListener.NONE);
  }

  /** Waves that look for changelogs in these directories before the class path. */
  public SchemaWaves readingFrom(Path... places) {
    return new SchemaWaves(jdbcUrl, login, changelog, List.of(places), plan, listener);
  }

  /** Waves by another plan. */
  public SchemaWaves by(WavePlan other) {
    requireNonNull(other, "other");
    return new SchemaWaves(jdbcUrl, login, changelog, directories, other, listener);
  }

  /** Waves that tell how far they are. */
  public SchemaWaves tellingOf(WaveListener other) {
    requireNonNull(other, "other");
    return new SchemaWaves(jdbcUrl, login, changelog, directories, plan, other);
  }

  /**
   * Migrates the schemas, until one fails. What is being migrated then is brought to its end.
   *
   * @return what became of each, in the order of the waves
   * @throws IllegalArgumentException if a canary is not among the schemas
   */
  public List<SchemaOutcome> apply(Collection<String> schemas) {
    List<List<String>> waves = plan.wavesOf(schemas);
    Map<String, SchemaOutcome> outcomes = new LinkedHashMap<>();
    waves.forEach(wave -> wave.forEach(each -> outcomes.put(each, SchemaOutcome.untouched(each))));
    try (Lanes lanes = new Lanes()) {
      WaveProgress progress = new WaveProgress(outcomes, listener);
      for (int i = 0; i < waves.size() && !progress.hasFailed(); i++) {
        listener.begun(i, waves.get(i));
        lanes.run(waves.get(i), progress);
      }
    }
    return List.copyOf(outcomes.values());
  }

  /** Where the schemas differ, from the changelog and from each other; changes nothing. */
  public List<SchemaDrift> drift(Collection<String> schemas) {
    return new DriftReport(migrator(), Structures.of(jdbcUrl, login, schemas))
        .of(List.copyOf(schemas));
  }

  private Migrator migrator() {
    return Migrator.of(jdbcUrl, login, changelog)
        .readingFrom(directories.toArray(Path[]::new))
        .givingWay(plan.lockTimeout(), plan.lockAttempts());
  }

  /** As many lanes as are needed; each begins with its first schema. */
  private final class Lanes implements AutoCloseable {
    private final List<Lane> lanes = new ArrayList<>();

    void run(List<String> wave, WaveProgress progress) {
      int needed = Math.min(plan.parallel(), wave.size());
      while (lanes.size() < needed) {
        lanes.add(lane());
      }
      Queue<String> left = new ConcurrentLinkedQueue<>(wave);
      try (ExecutorService threads = Executors.newFixedThreadPool(needed)) {
        List<Future<?>> running = new ArrayList<>();
        for (Lane lane : lanes.subList(0, needed)) {
          running.add(threads.submit(() -> drain(left, lane, progress)));
        }
        for (Future<?> each : running) {
          await(each);
        }
      }
    }

    private Lane lane() {
      return plan.parallel() == 1
          ? Lane.of(migrator())
          : ForkedLane.of(Worker.settings(jdbcUrl, login, changelog, directories, plan));
    }

    private static void drain(Queue<String> left, Lane lane, WaveProgress progress) {
      for (String next = left.poll(); next != null; next = left.poll()) {
        if (progress.hasFailed()) {
          return;
        }
        progress.finished(lane.migrate(next));
      }
    }

    private static void await(Future<?> running) {
      try {
        running.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted between two schemas", e);
      }
    }

    @Override
    public void close() {
      lanes.forEach(Lane::close);
    }
  }
}
