package dev.croft.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackTest {
  private final PostgresDatabase database = PostgresServer.shared().createDatabase();
  private final ChangelogDirectory files;
  private final Migrator migrator;

  RollbackTest(@TempDir Path directory) {
    files =
        new ChangelogDirectory(directory)
            .changeset("one", "create table public.one ();", "drop table public.one;")
            .changeset("two", "create table public.two ();", "drop table public.two;")
            .changeset("three", "create table public.three ();", "drop table public.three;");
    migrator = Migrator.of(database, ChangelogDirectory.MASTER).readingFrom(directory);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void the_last_changesets_are_rolled_back_latest_first() {
    migrator.apply();
    assertThat(migrator.rollback(2)).extracting(ChangesetId::id).containsExactly("three", "two");
    assertThat(Database.exists(database, "public.one")).isTrue();
    assertThat(Database.exists(database, "public.two")).isFalse();
    assertThat(migrator.apply()).hasSize(2);
  }

  @Test
  void rolling_back_none_does_nothing() {
    migrator.apply();
    assertThat(migrator.rollback(0)).isEmpty();
    assertThat(migrator.status().isUpToDate()).isTrue();
  }

  @Test
  void more_than_is_applied_is_refused() {
    migrator.apply();
    assertThatThrownBy(() -> migrator.rollback(4))
        .isInstanceOf(RollbackRefusedException.class)
        .hasMessage(
            "Nothing was rolled back: 4 changesets were to be rolled back, 3 are applied. Ask the"
                + " status, and roll back no more than that.");
    assertThat(migrator.status().isUpToDate()).isTrue();
  }

  @Test
  void a_negative_count_is_refused() {
    assertThatThrownBy(() -> migrator.rollback(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_tag_stands_for_the_state_in_which_it_was_set() {
    files.without("three");
    migrator.apply();
    migrator.tag("v1");
    migrator.tag("v1");
    files.changeset("three", "create table public.three ();", "drop table public.three;");
    migrator.apply();
    assertThat(migrator.rollbackTo("v1")).extracting(ChangesetId::id).containsExactly("three");
    assertThat(migrator.rollbackTo("v1")).isEmpty();
  }

  @Test
  void an_unknown_tag_is_refused() {
    migrator.apply();
    assertThatThrownBy(() -> migrator.rollbackTo("v1"))
        .isInstanceOf(RollbackRefusedException.class)
        .hasMessage(
            "Nothing was rolled back: there is no tag v1. Ask the status for the tags that are"
                + " set.");
  }

  @Test
  void a_tag_that_would_replace_another_is_refused() {
    migrator.apply();
    migrator.tag("v1");
    assertThatThrownBy(() -> migrator.tag("v2"))
        .isInstanceOf(TagRefusedException.class)
        .hasMessage(
            "The tag v2 was not set: three.sql::croft:three, the last changeset, bears the tag v1."
                + " Use that tag, which stands for the same state.");
  }

  @Test
  void a_tag_that_stands_for_an_earlier_state_is_refused() {
    files.without("three");
    migrator.apply();
    migrator.tag("v1");
    files.changeset("three", "create table public.three ();", "drop table public.three;");
    migrator.apply();
    assertThatThrownBy(() -> migrator.tag("v1"))
        .isInstanceOf(TagRefusedException.class)
        .hasMessage("The tag v1 was not set: it stands for an earlier state. Choose another name.");
  }

  @Test
  void an_empty_database_bears_no_tag() {
    assertThatThrownBy(() -> migrator.tag("v0"))
        .isInstanceOf(TagRefusedException.class)
        .hasMessage(
            "The tag v0 was not set: no changeset has been applied that could bear it. Apply the"
                + " changelog first.");
  }

  @Test
  void a_changeset_that_the_changelog_lost_is_not_passed_over() {
    migrator.apply();
    files.without("three");
    assertThatThrownBy(() -> migrator.rollback(1))
        .isInstanceOf(RollbackRefusedException.class)
        .hasMessage(
            "Nothing was rolled back: the changelog does not hold three.sql::croft:three. Use the"
                + " release whose changelog holds them.");
    assertThat(Database.exists(database, "public.two")).isTrue();
  }
}
