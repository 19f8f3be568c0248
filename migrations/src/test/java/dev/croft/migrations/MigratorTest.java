package dev.croft.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.migrations.AppliedChangeset.Standing;
import dev.croft.postgres.Login;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigratorTest {
  private final PostgresDatabase database = PostgresServer.shared().createDatabase();
  private final Migrator todos = Migrator.of(database, "changelogs/todos/changelog.xml");
  private final ChangelogDirectory files;
  private final Migrator migrator;

  MigratorTest(@TempDir Path directory) {
    files =
        new ChangelogDirectory(directory)
            .changeset("one", "create table public.one ();", "drop table public.one;")
            .changeset("two", "create table public.two ();", "drop table public.two;");
    migrator = Migrator.of(database, ChangelogDirectory.MASTER).readingFrom(directory);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void applying_runs_what_is_pending_once() {
    assertThat(todos.status().pending()).hasSize(3);
    assertThat(todos.apply())
        .extracting(ChangesetId::toString)
        .containsExactly(
            "changelogs/todos/20260101000000_create_schema.sql::croft:create-schema",
            "changelogs/todos/20260101000001_create_todos.sql::croft:create-todos",
            "changelogs/todos/20260101000002_count_todos.sql::croft:count-todos");
    assertThat(todos.apply()).isEmpty();
    assertThat(todos.status().isUpToDate()).isTrue();
    assertThat(Database.ask(database, "select content.count_todos()")).isEqualTo("0");
  }

  @Test
  void asking_for_the_status_leaves_no_trace_in_the_database() {
    assertThat(migrator.status().pending()).hasSize(2);
    migrator.validate();
    assertThat(
            Database.ask(
                database, "select count(*) from pg_namespace where nspname = 'croft_migrations'"))
        .isEqualTo("0");
  }

  @Test
  void the_status_names_what_is_applied_pending_changed_and_unknown() {
    migrator.apply();
    migrator.tag("v1");
    files
        .without("one")
        .changeset("two", "create table public.two (id int);", "drop table public.two;")
        .changeset("three", "select 3;", "not required");

    MigrationStatus status = migrator.status();

    assertThat(status.applied())
        .extracting(AppliedChangeset::standing)
        .containsExactly(Standing.UNKNOWN, Standing.CHANGED);
    assertThat(status.applied().getLast().tag()).contains("v1");
    assertThat(status.unknown()).containsExactly(id("one"));
    assertThat(status.changed()).containsExactly(id("two"));
    assertThat(status.pending()).containsExactly(id("three"));
    assertThat(status.isUpToDate()).isFalse();
  }

  @Test
  void an_edited_changeset_stops_everything() {
    migrator.apply();
    files.changeset("one", "create table public.edited ();", "drop table public.one;");
    assertThatThrownBy(migrator::apply)
        .isInstanceOf(ChangedChangesetException.class)
        .hasMessage(
            "Applied changesets were edited, nothing was done: one.sql::croft:one. Restore their"
                + " text, and put what should be different into a new changeset.");
    assertThatThrownBy(migrator::validate).isInstanceOf(ChangedChangesetException.class);
    assertThatThrownBy(() -> migrator.rollback(1)).isInstanceOf(ChangedChangesetException.class);
  }

  @Test
  void a_comment_between_statements_is_no_edit() {
    migrator.apply();
    files.changeset("one", "create table public.one ();", "drop table public.one;  ");
    migrator.validate();
  }

  @Test
  void the_record_is_hidden_from_other_logins() {
    migrator.apply();
    Login other = database.createLogin("pg_read_all_settings");
    assertThat(
            Database.ask(
                database,
                other,
                "select has_schema_privilege(current_user, 'croft_migrations', 'usage')"))
        .isEqualTo("f");
  }

  @Test
  void no_connection_stays_open() {
    migrator.apply();
    assertThat(
            Database.ask(
                database,
                "select count(*) from pg_stat_activity where application_name = 'croft"
                    + " migrations' and datname = current_database()"))
        .isEqualTo("0");
  }

  @Test
  void a_wrong_password_says_so_without_repeating_it() {
    Login guess = new Login(database.owner().user(), "open sesame");
    assertThatThrownBy(() -> Migrator.of(database.jdbcUrl(), guess, "changelogs/none.xml").apply())
        .isInstanceOf(MigrationException.class);
    assertThatThrownBy(
            () -> Migrator.of(database.jdbcUrl(), guess, "changelogs/todos/changelog.xml").apply())
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessage(
            "The database cannot be reached: password authentication failed for user \"%s\""
                + " (SQLSTATE 28P01). Correct the login or its password.",
            guess.user());
  }

  @Test
  void a_login_that_may_not_migrate_says_what_it_lacks() {
    Login reader = database.createLogin("pg_read_all_data");
    Migrator stranger = Migrator.of(database.jdbcUrl(), reader, "changelogs/todos/changelog.xml");
    assertThatThrownBy(stranger::apply)
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessage(
            "The database cannot be migrated: permission denied for database %s (SQLSTATE 42501)."
                + " Use a login that may create schemas and owns croft_migrations.",
            database.name());
    todos.apply();
    assertThatThrownBy(stranger::apply)
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessageContaining("permission denied");
  }

  @Test
  void a_condition_that_postpones_a_changeset_is_obeyed() {
    files.file(
        "later.sql",
        """
        --liquibase formatted sql
        --changeset croft:later
        --preconditions onFail:CONTINUE
        --precondition-sql-check expectedResult:1 select count(*) from public.two
        create table public.later ();
        --rollback drop table public.later;
        --changeset croft:elsewhere dbms:oracle
        create table public.elsewhere ();
        --rollback drop table public.elsewhere;
        """);
    assertThat(migrator.apply()).containsExactly(id("one"), id("two"));
    assertThat(migrator.status().pending())
        .containsExactly(new ChangesetId("later.sql", "croft", "later"));
  }

  @Test
  void a_plain_file_that_a_changeset_runs_needs_no_header() {
    files.plain("plain.sql", "create table public.plain ();");
    files.file(
        "plain.yaml",
        """
        databaseChangeLog:
          - changeSet:
              id: plain
              author: croft
              changes:
                - sqlFile: {path: plain.sql}
              rollback: drop table public.plain
        """);
    assertThat(migrator.apply()).hasSize(3);
    assertThat(migrator.rollback(1)).hasSize(1);
  }

  private static ChangesetId id(String name) {
    return new ChangesetId(name + ".sql", "croft", name);
  }
}
