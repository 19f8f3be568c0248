package dev.croft.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasesTest {
  private static final String ADVICE =
      ". Restore them as they were released, and put what should be different into a new file at"
          + " the end.";

  private final PostgresDatabase database = PostgresServer.shared().createDatabase();
  private final ChangelogDirectory files;
  private final Migrator migrator;

  ReleasesTest(@TempDir Path directory) {
    files =
        new ChangelogDirectory(directory)
            .changeset("one", "create table public.one ();", "drop table public.one;")
            .changeset("two", "create table public.two ();", "drop table public.two;");
    migrator = Migrator.of(database, ChangelogDirectory.MASTER).readingFrom(directory);
  }

  @BeforeEach
  void freeze() {
    assertThat(freeze("1.0")).containsExactly("one.sql", "two.sql");
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void what_is_as_it_was_released_is_applied_and_so_is_what_follows() {
    files.changeset("three", "create table public.three ();", "drop table public.three;");
    assertThat(migrator.apply()).hasSize(3);
    assertThat(freeze("1.1")).containsExactly("three.sql");
    assertThat(freeze("1.2")).isEmpty();
    assertThat(migrator.status().isUpToDate()).isTrue();
  }

  @Test
  void the_lock_holds_a_hash_for_each_file_under_the_release_that_froze_it() throws IOException {
    files.changeset("three", "create table public.three ();", "drop table public.three;");
    freeze("1.1");
    assertThat(files.path().resolve("changelog.lock"))
        .content()
        .isEqualTo(
            """
            # Changelogs that were released. They are never edited, renamed, moved or deleted again.
            # release 1.0
            %s  one.sql
            %s  two.sql
            # release 1.1
            %s  three.sql
            """
                .formatted(sha256("one.sql"), sha256("two.sql"), sha256("three.sql")));
  }

  @Test
  void an_edited_rollback_is_noticed_which_liquibase_does_not() throws IOException {
    migrator.apply();
    files.changeset("two", "create table public.two ();", "drop table public.one;");
    assertThatThrownBy(migrator::status)
        .isInstanceOf(ReleasedChangelogException.class)
        .hasMessage(
            "Released changelogs were changed, nothing was done: two.sql of release 1.0 was edited"
                + ADVICE);
    assertThatThrownBy(() -> freeze("1.1")).isInstanceOf(ReleasedChangelogException.class);

    Files.delete(files.path().resolve("changelog.lock"));
    assertThat(migrator.status().isUpToDate()).isTrue();
  }

  @Test
  void a_renamed_file_is_noticed_which_liquibase_would_run_again() {
    files
        .without("two")
        .changeset("second", "create table public.two ();", "drop table public.two;");
    assertThatThrownBy(migrator::apply)
        .hasMessage(
            "Released changelogs were changed, nothing was done: two.sql of release 1.0 is missing"
                + ADVICE);
    assertThat(Database.exists(database, "public.one")).isFalse();
  }

  @Test
  void a_new_file_in_front_of_a_released_one_is_noticed() {
    files
        .without("two")
        .changeset("between", "create table public.between ();", "drop table public.between;")
        .include("two.sql");
    assertThatThrownBy(migrator::validate)
        .hasMessage(
            "Released changelogs were changed, nothing was done: between.sql, which is new, runs"
                + " before two.sql of release 1.0"
                + ADVICE);
  }

  @Test
  void line_ends_are_no_edit() throws IOException {
    Path one = files.path().resolve("one.sql");
    Files.writeString(one, Files.readString(one).replace("\n", "\r\n"));
    assertThat(migrator.apply()).hasSize(2);
  }

  @Test
  void a_lock_that_cannot_be_read_is_refused_not_passed_over() throws IOException {
    Files.writeString(files.path().resolve("changelog.lock"), "<<<<<<< HEAD\n");
    assertThatThrownBy(migrator::apply)
        .isInstanceOf(MalformedChangelogException.class)
        .hasMessage(
            "The changelog changelog.lock is malformed, nothing was applied: a line of it names no"
                + " frozen file. Correct the files and try again.");
  }

  @Test
  void crofts_own_changelogs_are_not_the_applications_to_freeze() throws IOException {
    Files.delete(files.path().resolve("changelog.lock"));
    files.include("croft/changelog.xml");
    assertThat(freeze("1.0")).containsExactly("one.sql", "two.sql");
  }

  @Test
  void a_release_without_a_name_is_refused() {
    assertThatThrownBy(() -> freeze(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("release: blank, or of several lines");
  }

  private List<String> freeze(String release) {
    return Releases.freeze(files.path(), ChangelogDirectory.MASTER, release);
  }

  private String sha256(String file) throws IOException {
    try {
      byte[] bytes = Files.readAllBytes(files.path().resolve(file));
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
