package dev.croft.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.cli.Shell.Result;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CroftCommandTest {
  private final Path directory;
  private final Shell shell;

  CroftCommandTest(@TempDir Path directory) {
    this.directory = directory;
    this.shell = new Shell(directory);
  }

  @Test
  void without_a_command_or_with_a_misspelt_one_the_nearest_is_named() {
    assertThat(shell.run())
        .isEqualTo(new Result(ExitStatus.USAGE, "", "A command is missing.\nSee croft --help.\n"));
    assertThat(shell.run("migrat").err())
        .isEqualTo(
            """
            Unmatched argument at index 0: 'migrat'
            Did you mean: croft migrate or croft migrate-schemas or croft generate?
            See croft --help.
            """);
  }

  @Test
  void the_version_is_told() {
    assertThat(shell.run("--version")).isEqualTo(new Result(0, "croft (unreleased)\n", ""));
  }

  @Test
  void the_completion_script_is_one_that_bash_reads() throws Exception {
    shell.write("completion.sh", shell.run("completion").out());
    shell.write(
        "ask.sh",
        """
        source ./completion.sh
        COMP_WORDS=(croft mig) COMP_CWORD=1
        _complete_croft
        echo "${COMPREPLY[@]}"
        """);
    Process bash =
        new ProcessBuilder("bash", "ask.sh")
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    assertThat(new String(bash.getInputStream().readAllBytes(), UTF_8)).contains("migrate");
    assertThat(bash.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void what_was_released_is_held_against_the_next_command() {
    shell.set("DATABASE_URL", "postgresql://me@localhost:1/shop");
    shell.changeset("1_one", "create table public.one ();", "drop table public.one;");
    assertThat(shell.run("release", "1.0", "--json").out())
        .isEqualTo(
            """
            {
              "release" : "1.0",
              "frozen" : [ "db/changelog/1_one.sql" ]
            }
            """);
    shell.changeset("1_one", "create table public.one ();", "not required");
    assertThat(shell.run("migrate"))
        .isEqualTo(
            new Result(
                ExitStatus.FAILED,
                "",
                "Released changelogs were changed, nothing was done: db/changelog/1_one.sql of"
                    + " release 1.0 was edited. Restore them as they were released, and put what"
                    + " should be different into a new file at the end.\n"));
    assertThat(shell.run("release", " ").status()).isEqualTo(ExitStatus.USAGE);
  }

  @Test
  void a_changelog_that_is_not_there_is_named() {
    shell.set("DATABASE_URL", "postgresql://me@localhost:1/shop");
    assertThat(shell.run("status", "--changelog", "none.xml").status())
        .isEqualTo(ExitStatus.FAILED);
    assertThat(shell.run("status", "--resources", "none"))
        .isEqualTo(
            new Result(
                ExitStatus.USAGE,
                "",
                "The changelog was not read: %s is no directory. See --resources.\n"
                    .formatted(directory.resolve("none"))));
  }
}
