package dev.croft.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MalformedChangelogTest {
  private final PostgresDatabase database = PostgresServer.shared().createDatabase();
  private final Path directory;
  private final ChangelogDirectory files;
  private final Migrator migrator;

  MalformedChangelogTest(@TempDir Path directory) {
    this.directory = directory;
    files =
        new ChangelogDirectory(directory)
            .changeset("one", "create table public.one ();", "drop table public.one;");
    migrator = Migrator.of(database, ChangelogDirectory.MASTER).readingFrom(directory);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void a_misspelt_changeset_is_refused_before_anything_runs() {
    files.file(
        "two.sql",
        """
        --liquibase formatted sql
        --changset croft:two
        create table public.two ();
        --rollback drop table public.two;
        """);
    MalformedChangelogException refusal =
        catchThrowableOfType(MalformedChangelogException.class, migrator::apply);
    assertThat(refusal)
        .hasMessage(
            "The changelog changelog.yaml is malformed, nothing was applied: two.sql:2: \"changset\""
                + " is probably a misspelt \"changeset\". Correct the files and try again.");
    assertThat(refusal.faults())
        .containsExactly("two.sql:2: \"changset\" is probably a misspelt \"changeset\"");
    assertThat(Database.exists(database, "public.one")).isFalse();
  }

  /** Read as UTF-8 all the same, it would put U+FFFD where the letters were. */
  @Test
  void a_file_in_another_encoding_is_refused() throws IOException {
    String text =
        """
        --liquibase formatted sql
        --changeset croft:two
        create table public.two ();
        comment on table public.two is 'Stra\u00dfen';
        --rollback drop table public.two;
        """;
    files.file("two.sql", "");
    Files.writeString(directory.resolve("two.sql"), text, StandardCharsets.ISO_8859_1);
    assertRefused("two.sql:4: it is not in UTF-8, or was not when it was saved");
  }

  @Test
  void a_file_without_a_header_is_refused() {
    files.file("two.sql", "create table public.two ();\n");
    assertRefused("two.sql:1: the first line is not --liquibase formatted sql");
  }

  @Test
  void a_header_below_the_first_line_is_refused() {
    files.file(
        "two.sql",
        """
        -- Copyright
        --liquibase formatted sql
        --changeset croft:two
        select 2;
        --rollback not required
        """);
    assertRefused("two.sql:1: the first line is not --liquibase formatted sql");
  }

  @Test
  void an_empty_file_is_refused() {
    files.file("two.sql", "");
    assertThatThrownBy(migrator::apply).isInstanceOf(MalformedChangelogException.class);
  }

  @Test
  void a_changeset_without_rollback_is_refused() {
    files.file(
        "two.sql",
        """
        --liquibase formatted sql
        --changeset croft:two
        create table public.two ();
        """);
    assertRefused("two.sql::croft:two has no rollback");
  }

  @Test
  void a_changeset_that_needs_no_rollback_says_so() {
    files.changeset("two", "select 2;", "not required");
    assertThat(migrator.apply()).hasSize(2);
    assertThat(migrator.rollback(1)).hasSize(1);
  }

  @Test
  void two_changesets_of_the_same_name_are_refused() {
    files.file(
        "two.sql",
        """
        --liquibase formatted sql
        --changeset croft:two
        select 2;
        --rollback not required
        --changeset croft:two
        select 3;
        --rollback not required
        """);
    assertRefused("two.sql::croft:two occurs twice");
  }

  @Test
  void a_changeset_without_statements_is_refused() {
    files.file(
        "two.sql",
        """
        --liquibase formatted sql
        --changeset croft:two
        --rollback not required
        """);
    assertThatThrownBy(migrator::apply).isInstanceOf(MalformedChangelogException.class);
  }

  @Test
  void an_included_file_that_is_missing_is_named() {
    files.file("two.sql", "").without("one");
    assertThat(files.path().resolve("two.sql").toFile().delete()).isTrue();
    assertThatThrownBy(migrator::apply)
        .isInstanceOf(MalformedChangelogException.class)
        .hasMessageContaining("two.sql");
  }

  @Test
  void a_changelog_that_is_missing_is_named() {
    assertThatThrownBy(() -> Migrator.of(database, "nowhere.xml").apply())
        .isInstanceOf(MalformedChangelogException.class)
        .hasMessageContaining("nowhere.xml");
  }

  @Test
  void every_fault_is_named_at_once() {
    files
        .file("two.sql", "--liquibase formatted sql\n--changset croft:two\nselect 2;\n")
        .file("three.sql", "select 3;\n");
    assertRefused(
        "two.sql:2: \"changset\" is probably a misspelt \"changeset\"",
        "three.sql:1: the first line is not --liquibase formatted sql");
  }

  private void assertRefused(String... faults) {
    assertThat(catchThrowableOfType(MalformedChangelogException.class, migrator::apply).faults())
        .containsExactly(faults);
    assertThat(catchThrowableOfType(MalformedChangelogException.class, migrator::status).faults())
        .containsExactly(faults);
    assertThat(Database.exists(database, "public.one")).isFalse();
  }
}
