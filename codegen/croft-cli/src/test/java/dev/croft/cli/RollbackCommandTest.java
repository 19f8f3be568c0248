package dev.croft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.cli.Shell.Result;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackCommandTest {
  private final PostgresDatabase database = PostgresServer.shared().createDatabase();
  private final Shell shell;

  RollbackCommandTest(@TempDir Path directory) {
    shell =
        new Shell(directory)
            .on(database)
            .changeset("1_one", "create table public.one ();", "drop table public.one;");
    shell.run("migrate", "--tag", "v1");
    shell.changeset("2_two", "create table public.two ();", "drop table public.two;");
    shell.run("migrate");
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void the_last_changesets_go_back() {
    assertThat(shell.run("rollback", "--count", "2"))
        .isEqualTo(
            new Result(
                0,
                """
                rolled back db/changelog/2_two.sql::croft:2_two
                rolled back db/changelog/1_one.sql::croft:1_one
                2 changesets rolled back.
                """,
                ""));
    assertThat(shell.run("status").out()).startsWith("pending");
  }

  @Test
  void what_came_after_a_tag_goes_back() {
    assertThat(shell.run("rollback", "--to-tag", "v1", "--json").out())
        .contains("\"rolledBack\" : [ {", "\"id\" : \"2_two\"")
        .doesNotContain("1_one");
  }

  @Test
  void a_tag_that_is_not_set_and_more_than_there_is_are_refused() {
    assertThat(shell.run("rollback", "--to-tag", "v2"))
        .isEqualTo(
            new Result(
                ExitStatus.REFUSED,
                "",
                "Nothing was rolled back: there is no tag v2. Ask the status for the tags that are"
                    + " set.\n"));
    assertThat(shell.run("rollback", "--count", "3").status()).isEqualTo(ExitStatus.REFUSED);
  }

  @Test
  void how_far_must_be_said_once_and_mean_something() {
    assertThat(shell.run("rollback").err())
        .startsWith("Error: Missing required argument (specify one of these)");
    assertThat(shell.run("rollback", "--count", "1", "--to-tag", "v1").status())
        .isEqualTo(ExitStatus.USAGE);
    assertThat(shell.run("rollback", "--count", "0"))
        .isEqualTo(
            new Result(
                ExitStatus.USAGE,
                "",
                "Nothing was rolled back: --count is less than 1. Say how many, from the"
                    + " last.\n"));
  }
}
