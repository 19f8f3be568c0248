package dev.croft.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.fork.ForkedJvm;
import dev.croft.postgres.Login;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Migrators in processes of their own: several at once, and killed wherever they are. */
@Timeout(180)
class KilledAnywhereTest {
  private static final String BASE = "croft/changelog.xml";
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int KILLS = 2;

  private final PostgresServer server = PostgresServer.shared();
  private final PostgresDatabase database = server.createDatabase();
  private final ChangelogDirectory files;

  KilledAnywhereTest(@TempDir Path directory) {
    files = new ChangelogDirectory(directory);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void several_instances_that_start_at_once_apply_each_changeset_once() {
    for (int i = 0; i < 8; i++) {
      files.changeset("c" + i, "create table public.t" + i + " ();", "drop table public.t" + i);
    }
    List<ForkedJvm> instances = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      instances.add(migration(ChangelogDirectory.MASTER));
    }
    List<Integer> applied =
        instances.stream().map(each -> Integer.parseInt(each.await("applied: "))).toList();
    assertThat(applied).containsExactlyInAnyOrder(8, 0, 0, 0);
    assertThat(instances).allMatch(each -> each.awaitExit() == 0);
    assertThat(migrator().status().isUpToDate()).isTrue();
  }

  @Test
  void a_migrator_killed_at_any_changeset_leaves_a_database_that_the_next_one_finishes() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Migrator migrator = Migrator.of(database, BASE);
    for (int i = 0; i < KILLS; i++) {
      int place = 1 + random.nextInt(25);
      try (ForkedJvm jvm = migration(BASE)) {
        for (int seen = 0; seen < place; seen++) {
          jvm.await("begun ");
        }
        spin(random.nextInt(20_000_000));
        jvm.kill();
      }
    }
    migrator.apply();
    PostgresDatabase template = server.template(BASE, fresh -> Migrator.of(fresh, BASE).apply());
    try (PostgresDatabase fresh = server.cloneOf(template)) {
      assertThat(Catalogue.of(database)).as("seed " + seed).isEqualTo(Catalogue.of(fresh));
    }
    assertThat(migrator.status().isUpToDate()).isTrue();
  }

  @Test
  void an_index_that_was_being_built_when_the_migrator_was_killed_is_built_anew() throws Exception {
    Database.execute(
        database, "create table public.one as select n as id from generate_series(1, 10) n");
    Database.execute(
        database,
        "create index mine_idx on public.one (id); create table public.two (id int);"
            + " insert into public.two values (1), (1)");
    leaveInvalidIndexOfAnother();
    concurrently("create index concurrently one_idx on public.one (id);");
    try (Connection reader = database.connect();
        Statement statement = reader.createStatement();
        ForkedJvm jvm = migration(ChangelogDirectory.MASTER)) {
      reader.setAutoCommit(false);
      statement.execute("select from public.one");
      awaitTrue(() -> "f".equals(validity("one_idx")));
      jvm.kill();
      awaitTrue(() -> count("pg_stat_activity where application_name = 'croft migrations'") == 0);
    }
    assertThat(validity("one_idx")).isEqualTo("f");

    assertThat(migrator().apply()).hasSize(1);
    assertThat(validity("one_idx")).isEqualTo("t");
    assertThat(validity("other_idx")).as("of another").isEqualTo("f");
    assertThat(validity("mine_idx")).isEqualTo("t");
    assertThat(count("croft_migrations.unfinished_changesets")).isZero();
  }

  @Test
  void an_index_that_could_not_be_built_is_built_once_its_rows_allow_it() {
    Database.execute(
        database, "create table public.one (id int); insert into public.one values (1), (1)");
    concurrently("create unique index concurrently one_idx on public.one (id);");
    assertThatThrownBy(() -> migrator().apply()).isInstanceOf(ChangesetFailedException.class);
    assertThat(validity("one_idx")).isEqualTo("f");
    Database.execute(database, "delete from public.one where ctid <> '(0,1)'");
    assertThat(migrator().apply()).hasSize(1);
    assertThat(validity("one_idx")).isEqualTo("t");
  }

  /** Applies a changelog, and tells of each changeset. */
  static final class Migration {
    public static void main(String[] arguments) {
      int applied =
          Migrator.of(arguments[0], new Login(arguments[1], arguments[2]), arguments[3])
              .readingFrom(Path.of(arguments[4]))
              .tellingOf(
                  new MigrationListener() {
                    @Override
                    public void begun(ChangesetId changeset) {
                      System.out.println("begun " + changeset);
                    }
                  })
              .apply()
              .size();
      System.out.println("applied: " + applied);
    }
  }

  private ForkedJvm migration(String changelog) {
    Login owner = database.owner();
    return ForkedJvm.running(
        Migration.class,
        database.jdbcUrl(),
        owner.user(),
        owner.password(),
        changelog,
        files.path().toString());
  }

  private Migrator migrator() {
    return Migrator.of(database, ChangelogDirectory.MASTER).readingFrom(files.path());
  }

  private void concurrently(String sql) {
    files.file(
        "one.sql",
        "--liquibase formatted sql\n--changeset croft:one runInTransaction:false\n%s\n"
                .formatted(sql)
            + "--rollback drop index concurrently public.one_idx;\n");
  }

  private void leaveInvalidIndexOfAnother() {
    assertThatThrownBy(
            () ->
                Database.execute(
                    database, "create unique index concurrently other_idx on public.two (id)"))
        .isInstanceOf(IllegalStateException.class);
    assertThat(validity("other_idx")).isEqualTo("f");
  }

  /** Whether the index is valid; "null" if there is none. */
  private String validity(String index) {
    return Database.ask(
        database,
        "select (select i.indisvalid from pg_index i where i.indexrelid ="
            + " to_regclass('public.%s'))".formatted(index));
  }

  private int count(String from) {
    return Integer.parseInt(Database.ask(database, "select count(*) from " + from));
  }

  private static void spin(long nanoseconds) {
    long end = System.nanoTime() + nanoseconds;
    awaitTrue(() -> System.nanoTime() >= end);
  }

  private static void awaitTrue(BooleanSupplier condition) {
    long deadline = System.nanoTime() + LONG.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
