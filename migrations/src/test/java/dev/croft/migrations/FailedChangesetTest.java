package dev.croft.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailedChangesetTest {
  private final PostgresDatabase database = PostgresServer.shared().createDatabase();
  private final ChangelogDirectory files;
  private final Migrator migrator;

  FailedChangesetTest(@TempDir Path directory) {
    files =
        new ChangelogDirectory(directory)
            .changeset("one", "create table public.one (id int);", "drop table public.one;");
    migrator = Migrator.of(database, ChangelogDirectory.MASTER).readingFrom(directory);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void a_failure_names_file_changeset_and_what_postgresql_says() {
    files.changeset("two", "create table public.two (id integr);", "not required");
    ChangesetFailedException failure =
        catchThrowableOfType(ChangesetFailedException.class, migrator::apply);
    assertThat(failure)
        .hasMessage(
            "Changeset two.sql::croft:two was not applied: PostgreSQL says type \"integr\" does"
                + " not exist (SQLSTATE 42704). The search path is empty: write the schema before"
                + " every name. Correct the changeset and apply it again; those before it stay"
                + " applied.");
    assertThat(failure.changeset()).isEqualTo(new ChangesetId("two.sql", "croft", "two"));
    assertThat(failure.sqlState()).isEqualTo("42704");
  }

  @Test
  void what_came_before_stays_and_the_failed_changeset_leaves_nothing() {
    files.changeset("two", "create table public.two (); select 1 / 0;", "drop table public.two;");
    assertThatThrownBy(migrator::apply).isInstanceOf(ChangesetFailedException.class);
    assertThat(Database.exists(database, "public.one")).isTrue();
    assertThat(Database.exists(database, "public.two")).isFalse();
    assertThat(migrator.status().pending()).extracting(ChangesetId::id).containsExactly("two");
  }

  @Test
  void rows_that_break_a_constraint_are_not_shown() {
    files.changeset(
        "two",
        "insert into public.one values (4711), (4711); alter table public.one add constraint"
            + " one_key unique (id);",
        "not required");
    assertThatThrownBy(migrator::apply)
        .hasMessageContaining("could not create unique index \"one_key\" (SQLSTATE 23505)")
        .message()
        .doesNotContain("4711");
  }

  @Test
  void detail_and_hint_of_a_rule_are_shown() {
    files.file(
        "two.sql",
        """
        --liquibase formatted sql
        --changeset croft:two splitStatements:false
        do $$
        begin
          raise exception 'no key' using detail = 'public.one', hint = 'Add one.';
        end $$;
        --rollback not required
        """);
    assertThatThrownBy(migrator::apply)
        .hasMessageContaining(
            "PostgreSQL says no key (SQLSTATE P0001), detail: public.one, hint: Add one, where:"
                + " PL/pgSQL function inline_code_block line 3 at RAISE.");
  }

  @Test
  void facts_that_end_in_a_hint_end_in_one_full_stop() {
    files.changeset(
        "two",
        "create table public.two (number integer); select numbre from public.two;",
        "not required");
    assertThatThrownBy(migrator::apply)
        .hasMessage(
            "Changeset two.sql::croft:two was not applied: PostgreSQL says column \"numbre\" does"
                + " not exist (SQLSTATE 42703), hint: Perhaps you meant to reference the column"
                + " \"two.number\". Correct the changeset and apply it again; those before it stay"
                + " applied.");
  }

  @Test
  void a_name_without_its_schema_is_refused() {
    files.changeset("two", "create table two ();", "not required");
    assertThatThrownBy(migrator::apply)
        .isInstanceOf(ChangesetFailedException.class)
        .hasMessageContaining("no schema has been selected to create in (SQLSTATE 3F000)");
  }

  @Test
  void a_rollback_that_fails_undoes_nothing_but_itself() {
    files
        .changeset("two", "create table public.two ();", "drop table public.nonsense;")
        .changeset("three", "create table public.three ();", "drop table public.three;");
    migrator.apply();
    assertThatThrownBy(() -> migrator.rollback(2))
        .isInstanceOf(ChangesetFailedException.class)
        .hasMessageStartingWith(
            "Changeset two.sql::croft:two was not rolled back: PostgreSQL says table"
                + " \"nonsense\" does not exist (SQLSTATE 42P01).");
    assertThat(migrator.status().pending()).extracting(ChangesetId::id).containsExactly("three");
    assertThat(Database.exists(database, "public.two")).isTrue();
  }

  @Test
  void a_changeset_that_cannot_be_recorded_leaves_nothing() {
    migrator.apply();
    refuseRecord("insert");
    files.changeset("two", "create table public.two ();", "drop table public.two;");
    assertThatThrownBy(migrator::apply)
        .isInstanceOf(ChangesetFailedException.class)
        .hasMessageContaining("the record is closed");
    assertThat(Database.exists(database, "public.two")).isFalse();
  }

  @Test
  void a_rollback_that_cannot_be_recorded_leaves_everything() {
    migrator.apply();
    refuseRecord("delete");
    assertThatThrownBy(() -> migrator.rollback(1))
        .isInstanceOf(ChangesetFailedException.class)
        .hasMessageContaining("the record is closed");
    assertThat(Database.exists(database, "public.one")).isTrue();
  }

  @Test
  void a_changeset_outside_a_transaction_may_build_an_index_concurrently() {
    files.file(
        "two.sql",
        """
        --liquibase formatted sql
        --changeset croft:two runInTransaction:false
        create index concurrently one_id_idx on public.one (id);
        --rollback drop index concurrently public.one_id_idx;
        """);
    assertThat(migrator.apply()).hasSize(2);
    assertThat(Database.exists(database, "public.one_id_idx")).isTrue();
    migrator.rollback(1);
    assertThat(Database.exists(database, "public.one_id_idx")).isFalse();
  }

  @Test
  void a_changeset_that_fails_silently_is_named() {
    files.file(
        "two.sql",
        """
        --liquibase formatted sql
        --changeset croft:two failOnError:false
        select 1 / 0;
        --rollback not required
        """);
    assertThatThrownBy(migrator::apply)
        .isInstanceOf(UnrecordedChangesetException.class)
        .hasMessage(
            "Changesets were passed over: two.sql::croft:two. Look for failOnError:false and for"
                + " conditions in their headers.");
  }

  private void refuseRecord(String operation) {
    Database.execute(
        database,
        """
        create function public.refuse() returns trigger language plpgsql as $$
        begin
          raise exception 'the record is closed';
        end $$;
        create trigger closed before %s on croft_migrations.databasechangelog
          for each row execute function public.refuse();
        """
            .formatted(operation));
  }
}
