package dev.croft.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResetTest {
  private static final String ADVICE =
      " Reset a database for development; to lose all that, say so twice: ask for it, and name the"
          + " database.";

  private final PostgresDatabase database = PostgresServer.shared().createDatabase();
  private final ChangelogDirectory files;
  private final Migrator migrator;

  ResetTest(@TempDir Path directory) {
    files =
        new ChangelogDirectory(directory)
            .changeset(
                "one",
                "create table public.one (id int); insert into public.one values (1);",
                "drop table public.one;");
    migrator = Migrator.of(database, ChangelogDirectory.MASTER).readingFrom(directory);
  }

  @BeforeEach
  void migrate() {
    migrator.apply();
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void an_edited_changelog_is_applied_to_an_empty_database() {
    files.changeset("one", "create table public.other ();", "drop table public.other;");
    assertThat(migrator.reset()).extracting(ChangesetId::id).containsExactly("one");
    assertThat(Database.exists(database, "public.one")).isFalse();
    assertThat(Database.exists(database, "public.other")).isTrue();
  }

  @Test
  void a_row_that_no_changeset_wrote_is_worth_a_refusal() {
    Database.execute(database, "insert into public.one values (2)");
    assertThatThrownBy(migrator::reset)
        .isInstanceOf(ResetRefusedException.class)
        .hasMessage(
            "The database was not reset: it holds rows that no changeset and no seeder wrote, in"
                + " public.one."
                + ADVICE);
    assertThat(Database.ask(database, "select count(*) from public.one")).isEqualTo("2");
  }

  @Test
  void a_row_that_someone_changed_is_not_the_changesets_any_more() {
    Database.execute(database, "update public.one set id = 2");
    assertThatThrownBy(migrator::reset).isInstanceOf(ResetRefusedException.class);
  }

  @Test
  void rows_that_row_level_security_hides_from_the_owner_count() {
    Database.execute(
        database,
        "create table public.hidden (id int); insert into public.hidden values (1);"
            + " alter table public.hidden enable row level security;"
            + " alter table public.hidden force row level security;");
    assertThat(Database.ask(database, "select count(*) from public.hidden")).isEqualTo("0");
    assertThatThrownBy(migrator::reset).hasMessageContaining("in public.hidden.");
    assertThat(
            Database.ask(
                database,
                "select relforcerowsecurity from pg_class where oid = 'public.hidden'::regclass"))
        .isEqualTo("t");
  }

  @Test
  void a_database_marked_as_production_is_refused_however_empty_it_is() {
    Database.execute(database, mark(true));
    assertThatThrownBy(migrator::reset)
        .isInstanceOf(ResetRefusedException.class)
        .hasMessageStartingWith(
            "The database was not reset: it is marked as production, and it holds rows that no"
                + " changeset and no seeder wrote, in croft.environment.");
    assertThat(Database.exists(database, "public.one")).isTrue();
  }

  @Test
  void a_mark_that_says_no_is_none() {
    files.changeset("two", mark(false), "drop schema croft cascade;");
    migrator.apply();
    assertThat(migrator.reset()).hasSize(2);
  }

  @Test
  void who_says_it_twice_loses_the_rows() {
    Database.execute(database, "insert into public.one values (2)");
    Database.execute(database, mark(true));
    assertThat(migrator.resetDiscardingRows(database.name())).hasSize(1);
    assertThat(Database.ask(database, "select count(*) from public.one")).isEqualTo("1");
  }

  @Test
  void who_names_another_database_loses_nothing() {
    assertThatThrownBy(() -> migrator.resetDiscardingRows("production"))
        .isInstanceOf(ResetRefusedException.class)
        .hasMessage(
            "The database was not reset: it is called %s, not production. Connect to the database"
                + " that is to be emptied.",
            database.name());
    assertThat(Database.exists(database, "public.one")).isTrue();
  }

  @Test
  void a_malformed_changelog_is_noticed_before_anything_is_dropped() {
    files.file("two.sql", "--liquibase formatted sql\n--chnageset croft:two\nselect 2;\n");
    assertThatThrownBy(migrator::reset).isInstanceOf(MalformedChangelogException.class);
    assertThat(Database.exists(database, "public.one")).isTrue();
  }

  @Test
  void the_base_schema_is_the_same_after_a_reset() {
    Database.execute(
        database,
        "drop table public.one; drop schema croft_migrations cascade; create type public.mood as"
            + " enum ('good'); create domain public.word as text; create view public.one_view as"
            + " select 1 as one; create sequence public.numbers; create table public.parts (id int"
            + " generated always as identity, mood public.mood) partition by range (id); create"
            + " table public.part partition of public.parts for values from (1) to (2); create"
            + " function public.moody(public.mood) returns int return 1; create materialized view"
            + " public.stored as select 1 as one; create type public.pair as (a int, b int);"
            + " create schema more create table things (id int)");
    Migrator base = Migrator.of(database, "croft/changelog.xml");
    base.reset();
    try (PostgresDatabase fresh = PostgresServer.shared().createDatabase()) {
      Migrator.of(fresh, "croft/changelog.xml").apply();
      assertThat(named(database)).isEqualTo(named(fresh));
    }
    base.reset();
    assertThat(base.status().isUpToDate()).isTrue();
  }

  @Test
  void the_superuser_of_the_cluster_may_reset_too() {
    Migrator superuser =
        Migrator.of(database.jdbcUrl(), database.superuser(), ChangelogDirectory.MASTER)
            .readingFrom(files.path());
    assertThat(superuser.reset()).hasSize(1);
  }

  private static String named(PostgresDatabase database) {
    return String.join("\n", Catalogue.of(database)).replace(database.name(), "database");
  }

  private static String mark(boolean isProduction) {
    return "create schema croft; create table croft.environment (is_production boolean not null);"
        + " insert into croft.environment values (%s);".formatted(isProduction);
  }
}
