package dev.croft.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelMigrationTest {
  private static final int DATABASES = 12;
  private static final int THREADS = 6;
  private static final String CHANGELOG = "changelogs/todos/changelog.xml";

  @Test
  void many_databases_are_migrated_from_one_jvm_at_once() throws Exception {
    List<PostgresDatabase> databases =
        IntStream.range(0, DATABASES)
            .mapToObj(i -> PostgresServer.shared().createDatabase())
            .toList();
    List<Callable<Integer>> work = new ArrayList<>();
    databases.forEach(each -> work.add(() -> Migrator.of(each, CHANGELOG).apply().size()));
    assertThat(results(work)).containsOnly(3);
    assertThat(databases).allMatch(each -> Migrator.of(each, CHANGELOG).status().isUpToDate());
    databases.forEach(PostgresDatabase::close);
  }

  @Test
  void one_database_is_migrated_once_however_many_try() throws Exception {
    try (PostgresDatabase database = PostgresServer.shared().createDatabase()) {
      List<Callable<Integer>> work = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        work.add(() -> Migrator.of(database, CHANGELOG).apply().size());
      }
      assertThat(results(work)).containsExactlyInAnyOrder(3, 0, 0, 0, 0, 0);
    }
  }

  private static List<Integer> results(List<Callable<Integer>> work) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Integer> results = new ArrayList<>();
      for (Future<Integer> each : threads.invokeAll(work)) {
        results.add(each.get());
      }
      return results;
    }
  }
}
