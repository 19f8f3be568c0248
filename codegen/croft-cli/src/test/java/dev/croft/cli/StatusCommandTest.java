package dev.croft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.cli.Shell.Result;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

class StatusCommandTest {
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ";

  private final PostgresDatabase database = PostgresServer.shared().createDatabase();
  private final Path directory;
  private final Shell shell;

  StatusCommandTest(@TempDir Path directory) {
    this.directory = directory;
    shell =
        new Shell(directory)
            .on(database)
            .changeset("1_one", "create table public.one ();", "drop table public.one;")
            .changeset("2_two", "create table public.two ();", "drop table public.two;")
            .changeset("3_three", "create table public.three ();", "drop table public.three;");
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void an_untouched_database_has_everything_pending() {
    assertThat(shell.run("status"))
        .isEqualTo(
            new Result(
                ExitStatus.FOUND,
                """
                pending    db/changelog/1_one.sql::croft:1_one
                pending    db/changelog/2_two.sql::croft:2_two
                pending    db/changelog/3_three.sql::croft:3_three
                0 changesets applied, 3 pending, 0 changed, 0 unknown.
                """,
                ""));
  }

  @Test
  void a_database_that_holds_the_changelog_is_no_finding() {
    shell.run("migrate");
    assertThat(shell.run("status"))
        .isEqualTo(new Result(0, "3 changesets applied, 0 pending, 0 changed, 0 unknown.\n", ""));
  }

  @Test
  void what_was_edited_what_is_unknown_and_who_applied_it_is_told() throws Exception {
    shell.run("migrate", "--tag", "v1");
    Files.delete(directory.resolve("src/main/resources/db/changelog/1_one.sql"));
    shell.changeset("2_two", "create table public.edited ();", "drop table public.two;");
    Result result = shell.run("status", "--all");
    assertThat(result.status()).isEqualTo(ExitStatus.FOUND);
    assertThat(result.out().replace(database.owner().user(), "owner").replaceAll(TIME, "TIME"))
        .isEqualTo(
            """
            unknown    db/changelog/1_one.sql::croft:1_one, applied TIME by owner
            changed    db/changelog/2_two.sql::croft:2_two, applied TIME by owner
            unchanged  db/changelog/3_three.sql::croft:3_three, applied TIME by owner, tag v1
            3 changesets applied, 0 pending, 1 changed, 1 unknown.
            """);
  }

  @Test
  void programs_get_all_of_it_as_json() {
    shell.run("migrate", "--tag", "v1");
    shell.changeset("4_four", "select 4;", "not required");
    assertThat(shell.run("status", "--json").out())
        .startsWith("{\n  \"isUpToDate\" : false,\n  \"applied\" : [ {\n    \"file\" : \"db/")
        .contains("\"standing\" : \"unchanged\"", "\"appliedBy\" : \"", "\"tag\" : \"v1\"")
        .endsWith(
            "\"pending\" : [ {\n    \"file\" : \"db/changelog/4_four.sql\",\n    \"author\" :"
                + " \"croft\",\n    \"id\" : \"4_four\"\n  } ]\n}\n");
  }

  @Test
  void colours_are_for_terminals() {
    assertThat(shell.run(Ansi.ON, "status").out()).contains("\u001b[33mpending");
    assertThat(shell.run(Ansi.OFF, "status").out()).doesNotContain("\u001b");
  }
}
