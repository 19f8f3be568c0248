package dev.croft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.cli.Shell.Result;
import dev.croft.migrations.ChangesetId;
import dev.croft.migrations.lock.AdvisoryLock;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MigrateCommandTest {
  private final PostgresDatabase database = PostgresServer.shared().createDatabase();
  private final Shell shell;

  MigrateCommandTest(@TempDir Path directory) {
    shell =
        new Shell(directory)
            .on(database)
            .changeset("1_one", "create table public.one (id int);", "drop table public.one;")
            .changeset("2_two", "create table public.two ();", "drop table public.two;");
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void what_is_pending_is_applied_and_named() {
    assertThat(shell.run("migrate"))
        .isEqualTo(
            new Result(
                ExitStatus.DONE,
                """
                applied db/changelog/1_one.sql::croft:1_one
                applied db/changelog/2_two.sql::croft:2_two
                2 changesets applied.
                """,
                ""));
    assertThat(shell.run("migrate")).isEqualTo(new Result(0, "0 changesets applied.\n", ""));
  }

  @Test
  void a_dry_run_prints_the_sql_and_runs_nothing() {
    shell.changeset("3_three", "create index on public.one (id); select 3;", "not required");
    String planned =
        """
        -- db/changelog/1_one.sql::croft:1_one
        begin;
        create table public.one (id int);
        commit;

        -- db/changelog/2_two.sql::croft:2_two
        begin;
        create table public.two ();
        commit;

        -- db/changelog/3_three.sql::croft:3_three
        begin;
        create index on public.one (id);
        select 3;
        commit;

        """;
    assertThat(shell.run("migrate", "--dry-run")).isEqualTo(new Result(0, planned, ""));
    assertThat(shell.run("migrate", "--dry-run").out()).isEqualTo(planned);
    shell.run("migrate");
    assertThat(shell.run("migrate", "--dry-run").out()).isEqualTo("-- Nothing is pending.\n");
  }

  @Test
  void a_dry_run_tells_what_would_lock_what() {
    shell.run("migrate");
    shell
        .changeset("3_three", "alter table public.one alter id type bigint;", "not required")
        .changeset("4_four", "create table public.four ();", "drop table public.four;")
        .changeset("5_five", "select 1 / 0;", "not required");
    String told = shell.run("migrate", "--dry-run", "--locks").out();
    assertThat(told.replaceAll("\\d+ ms", "0 ms"))
        .isEqualTo(
            """
            -- db/changelog/3_three.sql::croft:3_three
            -- locks: 1 relation, for at most 0 ms here
            --   public.one: ACCESS EXCLUSIVE, which blocks reads and writes (never analyzed, 0 kB)
            --     it is written anew, as a whole
            begin;
            alter table public.one alter id type bigint;
            commit;

            -- db/changelog/4_four.sql::croft:4_four
            -- locks: nothing that others use, for at most 0 ms here
            begin;
            create table public.four ();
            commit;

            -- db/changelog/5_five.sql::croft:5_five
            -- locks: not measured, for it failed: a data exception whose message is withheld because it may hold a value of a row (SQLSTATE 22012)
            begin;
            select 1 / 0;
            commit;

            """);
    assertThat(shell.run("migrate", "--dry-run", "--locks", "--json").out())
        .contains("\"mode\" : \"ACCESS EXCLUSIVE\"", "\"measure\" : \"WHOLE\"");
    assertThat(shell.run("status").out()).contains("2 changesets applied, 3 pending");
  }

  @Test
  void locks_are_measured_on_the_database_that_is_named_and_only_in_a_dry_run() {
    assertThat(shell.run("migrate", "--dry-run", "--locks", "--database", "other").status())
        .isEqualTo(ExitStatus.REFUSED);
    assertThat(shell.run("migrate", "--locks"))
        .isEqualTo(
            new Result(
                ExitStatus.USAGE,
                "",
                "Nothing was applied: --locks belongs to --dry-run, and --database to --locks. Say"
                    + " migrate --dry-run --locks.\n"));
  }

  @Test
  void programs_get_json() {
    assertThat(shell.run("migrate", "--tag", "v1", "--json").out())
        .isEqualToIgnoringNewLines(
            """
            {
              "applied" : [ {
                "file" : "db/changelog/1_one.sql",
                "author" : "croft",
                "id" : "1_one"
              }, {
                "file" : "db/changelog/2_two.sql",
                "author" : "croft",
                "id" : "2_two"
              } ],
              "tag" : "v1"
            }
            """);
    assertThat(shell.run("migrate", "--tag", "v2", "--json"))
        .isEqualTo(
            new Result(
                ExitStatus.REFUSED,
                "",
                """
                {
                  "error" : {
                    "message" : "%s",
                    "type" : "TagRefused"
                  }
                }
                """
                    .formatted(
                        "The tag v2 was not set: db/changelog/2_two.sql::croft:2_two, the last"
                            + " changeset, bears the tag v1. Use that tag, which stands for the"
                            + " same state.")));
  }

  @Test
  void a_refused_tag_does_not_hide_what_was_applied() {
    shell.run("migrate", "--tag", "v1");
    shell.changeset("3_three", "create table public.three ();", "drop table public.three;");
    assertThat(shell.run("migrate", "--tag", "v1"))
        .isEqualTo(
            new Result(
                ExitStatus.REFUSED,
                "",
                "1 changeset applied.\nThe tag v1 was not set: it stands for an earlier state."
                    + " Choose another name.\n"));
  }

  @Test
  void a_locked_table_is_given_way_to_and_the_failure_can_be_tried_again() throws Exception {
    shell.run("migrate");
    shell.changeset("3_three", "alter table public.one add two int;", "not required");
    try (Connection reader = database.connect();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("select from public.one");
      Result result = shell.run("migrate", "--lock-timeout", "50ms", "--lock-attempts", "2");
      assertThat(result.status()).isEqualTo(ExitStatus.UNAVAILABLE);
      assertThat(result.err())
          .startsWith(
              "db/changelog/3_three.sql::croft:3_three waits: another session uses the table,"
                  + " attempt 1 failed\nChangeset db/changelog/3_three.sql::croft:3_three was not"
                  + " applied: PostgreSQL says canceling statement due to lock timeout");
    }
  }

  @Test
  void another_process_that_migrates_is_waited_for_as_long_as_asked() throws Exception {
    try (Connection other = database.connect()) {
      new AdvisoryLock(other).acquire(Duration.ofSeconds(10));
      Result result = shell.run("migrate", "--wait", "100ms");
      assertThat(result.status()).isEqualTo(ExitStatus.UNAVAILABLE);
      assertThat(result.err()).startsWith("Another process migrates this database: server process");
    }
  }

  @Test
  void what_takes_long_is_told_while_it_does() throws Exception {
    StringWriter err = new StringWriter();
    CountDownLatch told = new CountDownLatch(1);
    PrintWriter noticing =
        new PrintWriter(err, true) {
          @Override
          public void flush() {
            super.flush();
            told.countDown();
          }
        };
    ChangesetId id = new ChangesetId("one.sql", "croft", "one");
    try (Progress progress = new Progress(noticing, "applying", Duration.ofMillis(1))) {
      progress.begun(id);
      assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
      progress.finished(id);
    }
    assertThat(err.toString()).startsWith("applying one.sql::croft:one, 0 s so far\n");
  }

  @Test
  void a_changeset_that_fails_is_named_and_those_before_it_stay() {
    shell.changeset("3_three", "select 1 / 0;", "not required");
    Result result = shell.run("migrate");
    assertThat(result.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(result.err())
        .startsWith("Changeset db/changelog/3_three.sql::croft:3_three was not applied:");
    assertThat(shell.run("status").out()).contains("2 changesets applied, 1 pending");
  }

  @Test
  void limits_of_nothing_and_words_for_durations_are_refused() {
    assertThat(shell.run("migrate", "--lock-attempts", "0"))
        .isEqualTo(
            new Result(
                ExitStatus.USAGE,
                "",
                "Nothing was applied: --lock-attempts and --lock-timeout are less than 1 or 1ms."
                    + " Leave them out for the usual ones.\n"));
    assertThat(shell.run("migrate", "--wait", "soon").err())
        .isEqualTo(
            "Invalid value for option '--wait': 'soon' is no duration such as 500ms, 5s or"
                + " 2min\nSee croft migrate --help.\n");
  }
}
