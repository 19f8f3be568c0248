package dev.croft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.cli.Shell.Result;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewCommandTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-04T03:02:01Z"), ZoneOffset.UTC);

  private final Path directory;
  private final Shell shell;

  NewCommandTest(@TempDir Path directory) {
    this.directory = directory;
    this.shell = new Shell(directory);
  }

  @Test
  void a_new_table_can_be_applied_and_rolled_back_as_it_is_written() {
    Result written = shell.run("new", "create", "todos", "--author", "ann");
    assertThat(written.out().replaceAll("\\d{14}", "TIME"))
        .isEqualTo(
            """
            Wrote src/main/resources/db/changelog/TIME_create_content_schema.sql
            Wrote src/main/resources/db/changelog/TIME_create_todos.sql
            src/main/resources/db/changelog.xml includes them.
            Edit, then: croft migrate
            """);
    try (PostgresDatabase database = PostgresServer.shared().createDatabase()) {
      shell.on(database);
      assertThat(shell.run("migrate"))
          .matches(result -> result.status() == 0, "exit code 0")
          .extracting(Result::out)
          .asString()
          .contains("_create_todos.sql::ann:create_todos");
      assertThat(shell.run("rollback", "--count", "2").status()).isZero();
    }
  }

  @Test
  void a_change_of_another_kind_is_left_to_its_author() {
    assertThat(NewChangelog.of("Drop the old todos!", "content", "Ann Lee"))
        .isEqualTo(
            new NewChangelog(
                "drop_the_old_todos",
                """
                --liquibase formatted sql

                --changeset "Ann Lee":drop_the_old_todos splitStatements:false

                --rollback not required
                """));
    assertThat(NewChangelog.of("create todos_title_index", "content", "ann").text())
        .doesNotContain("create table");
    assertThat(NewChangelog.of("create audit schema", "content", "ann").text())
        .contains("create schema audit;");
  }

  @Test
  void letters_of_other_alphabets_than_english_lose_their_marks_in_a_name() {
    assertThat(NewChangelog.of("Größe der Çağ-Tabelle ändern", "content", "ann").name())
        .isEqualTo("grosse_der_cag_tabelle_andern");
  }

  @Test
  void a_file_sorts_behind_those_there_are_even_if_the_clock_is_wrong() {
    MasterChangelog master = new MasterChangelog(directory, "db/changelog.xml");
    assertThat(master.add(change("one"), CLOCK)).hasFileName("20260504030201_one.sql");
    assertThat(master.add(change("two"), CLOCK)).hasFileName("20260504030202_two.sql");
    assertThat(read("db/changelog.xml"))
        .endsWith(
            """
              <include file="croft/changelog.xml"/>
              <include file="db/changelog/20260504030201_one.sql"/>
              <include file="db/changelog/20260504030202_two.sql"/>
            </databaseChangeLog>
            """);
  }

  @Test
  void a_changelog_in_yaml_is_told_of_the_file_too() {
    new MasterChangelog(directory, "db/changelog.yaml").add(change("one"), CLOCK);
    assertThat(read("db/changelog.yaml"))
        .isEqualTo(
            """
            databaseChangeLog:
              - include:
                  file: croft/changelog.xml
              - include:
                  file: db/changelog/20260504030201_one.sql
            """);
  }

  @Test
  void a_changelog_that_includes_all_stays_as_it_is() {
    shell.changeset("1_one", "select 1;", "not required");
    String before = read("src/main/resources/db/changelog.xml");
    assertThat(shell.run("new", "drop two").status()).isZero();
    assertThat(read("src/main/resources/db/changelog.xml")).isEqualTo(before);
  }

  @Test
  void what_cannot_be_written_is_refused_before_anything_is() {
    shell.run("new", "drop todos");
    assertThat(shell.run("new", "Drop", "TODOS"))
        .isEqualTo(
            new Result(
                ExitStatus.USAGE,
                "",
                "No changelog was written: there is a file for drop_todos. Describe what is"
                    + " different this time.\n"));
    assertThat(shell.run("new", "???").err())
        .isEqualTo(
            "No changelog was written: the description has no letter a to z. Choose another.\n");
    assertThat(shell.run("new", "x", "--schema", "a;b").err())
        .startsWith("No changelog was written: --schema is no plain name of PostgreSQL.");
    assertThat(shell.run("new", "x", "--author", "a:b").err())
        .startsWith("No changelog was written: --author is blank or holds a colon.");
    assertThat(shell.run("new", "x", "--changelog", "db/changelog.json").err())
        .isEqualTo(
            "No changelog was written: db/changelog.json is no XML or YAML that could be told of"
                + " it. Write the file by hand, and include it.\n");
    assertThat(directory.resolve("src/main/resources/db/changelog"))
        .isDirectoryNotContaining(file -> !file.toString().endsWith("_drop_todos.sql"));
  }

  private static NewChangelog change(String name) {
    return NewChangelog.of(name, "content", "ann");
  }

  private String read(String file) {
    try {
      return Files.readString(directory.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
