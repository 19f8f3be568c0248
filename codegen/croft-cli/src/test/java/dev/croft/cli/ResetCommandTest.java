package dev.croft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.cli.Shell.Result;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResetCommandTest {
  private final PostgresDatabase database = PostgresServer.shared().createDatabase();
  private final Shell shell;

  ResetCommandTest(@TempDir Path directory) {
    shell =
        new Shell(directory)
            .on(database)
            .changeset("1_one", "create table public.one (id int);", "drop table public.one;");
    shell.run("migrate");
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void what_the_changelog_can_restore_is_dropped_and_restored() {
    shell.changeset("1_one", "create table public.edited ();", "drop table public.edited;");
    assertThat(shell.run("migrate").status()).isEqualTo(ExitStatus.FAILED);
    assertThat(shell.run("reset"))
        .isEqualTo(
            new Result(
                0, "applied db/changelog/1_one.sql::croft:1_one\n1 changeset applied.\n", ""));
  }

  @Test
  void a_changelog_that_fails_says_that_the_database_was_emptied() {
    shell.changeset("1_one", "create table public.one (id integre);", "drop table public.one;");
    assertThat(shell.run("reset"))
        .isEqualTo(
            new Result(
                ExitStatus.FAILED,
                "",
                "Changeset db/changelog/1_one.sql::croft:1_one was not applied to the emptied"
                    + " database: PostgreSQL says type \"integre\" does not exist (SQLSTATE 42704)."
                    + " The search path is empty: write the schema before every name. Correct the"
                    + " changeset and apply it again; those before it stay applied.\n"));
  }

  @Test
  void rows_are_lost_only_to_who_says_so_twice() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("insert into public.one values (1)");
    }
    assertThat(shell.run("reset"))
        .isEqualTo(
            new Result(
                ExitStatus.REFUSED,
                "",
                "The database was not reset: it holds rows that no changeset and no seeder wrote, in"
                    + " public.one."
                    + " Reset a database for development; to lose all that, say --discard-rows,"
                    + " and --database with its name.\n"));
    assertThat(shell.run("reset", "--discard-rows").err())
        .startsWith("Error: Missing required argument(s): --database=NAME");
    assertThat(shell.run("reset", "--discard-rows", "--database", "other").status())
        .isEqualTo(ExitStatus.REFUSED);
    assertThat(shell.run("reset", "--discard-rows", "--database", database.name()).status())
        .isEqualTo(ExitStatus.DONE);
  }
}
