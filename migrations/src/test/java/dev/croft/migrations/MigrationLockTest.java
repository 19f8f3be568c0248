package dev.croft.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.croft.fork.ForkedJvm;
import dev.croft.migrations.lock.AdvisoryLock;
import dev.croft.postgres.Login;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class MigrationLockTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final PostgresDatabase database = PostgresServer.shared().createDatabase();
  private final ChangelogDirectory files;
  private final Migrator migrator;

  MigrationLockTest(@TempDir Path directory) {
    files =
        new ChangelogDirectory(directory)
            .changeset("one", "create table public.one (id int);", "drop table public.one;");
    migrator =
        Migrator.of(database, ChangelogDirectory.MASTER).readingFrom(directory).waitingAtMost(LONG);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void a_migrator_that_waited_too_long_says_for_whom() throws Exception {
    try (Connection other = database.connect()) {
      new AdvisoryLock(other).acquire(LONG);
      assertThatThrownBy(() -> migrator.waitingAtMost(Duration.ofMillis(200)).apply())
          .isInstanceOf(MigrationLockException.class)
          .message()
          .matches(
              "Another process migrates this database: server process \\d+, croft, since .* held"
                  + " the lock for the 0 s that were waited\\. Let it finish or wait longer; end"
                  + " that server process if nothing stands behind it\\.");
    }
    assertThat(Database.exists(database, "public.one")).isFalse();
  }

  @Test
  void a_migrator_waits_for_another_to_finish() throws Exception {
    try (Connection other = database.connect()) {
      new AdvisoryLock(other).acquire(LONG);
      CompletableFuture<List<ChangesetId>> waiting = CompletableFuture.supplyAsync(migrator::apply);
      awaitMigrator();
      assertThat(waiting).isNotDone();
      new AdvisoryLock(other).release();
      assertThat(waiting.get(LONG.toSeconds(), TimeUnit.SECONDS)).hasSize(1);
    }
  }

  @Test
  void status_and_validation_wait_for_nobody() throws Exception {
    try (Connection other = database.connect()) {
      new AdvisoryLock(other).acquire(LONG);
      assertThat(migrator.status().pending()).hasSize(1);
      migrator.validate();
    }
  }

  @Test
  void who_waits_does_not_hold_up_an_index_that_is_built_concurrently() throws Exception {
    migrator.apply();
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      new AdvisoryLock(other).acquire(LONG);
      CompletableFuture<List<ChangesetId>> waiting = CompletableFuture.supplyAsync(migrator::apply);
      awaitMigrator();
      statement.execute("set statement_timeout = '20s'");
      statement.execute("create index concurrently one_id_idx on public.one (id)");
      new AdvisoryLock(other).release();
      assertThat(waiting.get(LONG.toSeconds(), TimeUnit.SECONDS)).isEmpty();
    }
  }

  @Test
  void an_interrupted_wait_ends() throws Exception {
    try (Connection other = database.connect()) {
      new AdvisoryLock(other).acquire(LONG);
      CompletableFuture<Throwable> outcome = new CompletableFuture<>();
      Thread waiting =
          Thread.ofPlatform().start(() -> outcome.complete(catchThrowable(migrator::apply)));
      awaitMigrator();
      waiting.interrupt();
      assertThat(outcome.get(LONG.toSeconds(), TimeUnit.SECONDS))
          .isInstanceOf(MigrationInterruptedException.class);
    }
  }

  @Test
  void a_killed_process_leaves_nothing_to_clean_up() throws SQLException {
    files.changeset(
        "two", "create table public.two (); select pg_sleep(600);", "drop table public.two;");
    Login owner = database.owner();
    try (ForkedJvm jvm =
        ForkedJvm.running(
            Migration.class,
            database.jdbcUrl(),
            owner.user(),
            owner.password(),
            files.path().toString())) {
      awaitTrue(() -> asleep() == 1);
      try (Connection other = database.connect()) {
        assertThat(new AdvisoryLock(other).tryAcquire()).isFalse();
      }
      jvm.kill();
    }
    files.changeset("two", "create table public.two ();", "drop table public.two;");
    assertThat(migrator.apply()).extracting(ChangesetId::id).containsExactly("two");
    assertThat(asleep()).isZero();
  }

  /** Applies a changelog. */
  static final class Migration {
    public static void main(String[] arguments) {
      Migrator.of(arguments[0], new Login(arguments[1], arguments[2]), ChangelogDirectory.MASTER)
          .readingFrom(Path.of(arguments[3]))
          .apply();
    }
  }

  private void awaitMigrator() {
    awaitTrue(
        () ->
            "1"
                .equals(
                    Database.ask(
                        database,
                        "select count(*) from pg_stat_activity where datname = current_database()"
                            + " and application_name = 'croft migrations' and query like"
                            + " '%pg_try_advisory_lock%' and state = 'idle'")));
  }

  private int asleep() {
    return Integer.parseInt(
        Database.ask(
            database,
            "select count(*) from pg_stat_activity where datname = current_database() and state ="
                + " 'active' and wait_event = 'PgSleep'"));
  }

  private static void awaitTrue(BooleanSupplier condition) {
    long deadline = System.nanoTime() + LONG.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
