package dev.croft.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import dev.croft.postgres.SecondPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every changeset of the base changelog leads back to where it came from, and forth again, on a
 * database with rows in every table: the catalogue is the same, and the rows stay.
 */
class RoundTripTest {
  private static final String BASE_CHANGELOG = "croft/changelog.xml";

  @Test
  void every_changeset_leads_back_and_forth_and_keeps_the_rows() throws SQLException {
    try (PostgresServer server = PostgresServer.start();
        PostgresDatabase database = server.createDatabase();
        RoundTrip trip = new RoundTrip(database, Migrator.of(database, BASE_CHANGELOG))) {
      trip.forward();
      assertThat(trip.emptyTables()).isEmpty();
      trip.back();
      trip.forthAgain();
      assertThat(trip.faults()).isEmpty();
    }
  }

  @Test
  void the_changelog_leads_back_and_forth_on_the_second_postgres() {
    try (PostgresServer server = SecondPostgres.start();
        PostgresDatabase database = server.createDatabase()) {
      Migrator migrator = Migrator.of(database, BASE_CHANGELOG);
      List<String> untouched = Catalogue.of(database);
      int all = migrator.apply().size();
      List<String> migrated = Catalogue.of(database);
      migrator.rollback(all);
      assertThat(Catalogue.of(database)).isEqualTo(untouched);
      migrator.apply();
      assertThat(Catalogue.of(database)).isEqualTo(migrated);
    }
  }

  @Test
  void a_rollback_that_loses_rows_or_leaves_something_behind_is_noticed(@TempDir Path directory)
      throws SQLException {
    new ChangelogDirectory(directory)
        .changeset("one", "create table public.one (id int);", "drop table public.one;")
        .changeset("rows", "insert into public.one values (-1);", "delete from public.one;")
        .changeset(
            "more", "insert into public.one values (-2);", "delete from public.one where id = -2;")
        .changeset("index", "create index one_idx on public.one (id);", "not required");
    try (PostgresDatabase database = PostgresServer.shared().createDatabase();
        RoundTrip trip =
            new RoundTrip(
                database,
                Migrator.of(database, ChangelogDirectory.MASTER).readingFrom(directory))) {
      trip.forward();
      trip.back();
      assertThat(trip.faults())
          .contains("rows.sql::croft:rows rolled back, lost rows: public.one")
          .filteredOn(fault -> !fault.startsWith("rows.sql"))
          .containsExactly(
              "index.sql::croft:index rolled back, left over: index | public.one_idx | CREATE INDEX"
                  + " one_idx ON public.one USING btree (id) t f f",
              "more.sql::croft:more rolled back, left over: index | public.one_idx | CREATE INDEX"
                  + " one_idx ON public.one USING btree (id) t f f");
    }
  }

  @Test
  void the_catalogue_notices_what_a_changeset_does() {
    try (PostgresDatabase database = PostgresServer.shared().createDatabase()) {
      List<String> before = Catalogue.of(database);
      Database.execute(
          database,
          """
          create schema s;
          comment on schema s is 'A schema.';
          create table s.t (id int constraint t_pkey primary key, name text default 'none');
          comment on table s.t is 'A table.';
          comment on column s.t.name is 'A column.';
          alter table s.t enable row level security;
          create policy p on s.t using (id > 0);
          comment on policy p on s.t is 'A policy.';
          grant select (name) on s.t to public;
          """);
      assertThat(Catalogue.of(database))
          .filteredOn(fact -> !before.contains(fact))
          .anyMatch(fact -> fact.startsWith("column | s.t.name | text f"))
          .anyMatch(fact -> fact.startsWith("constraint | s.t"))
          .anyMatch(fact -> fact.startsWith("policy | s.t p"))
          .contains(
              "column | s.t.name | grant SELECT to public by " + database.owner().user(),
              "comment | policy p on s.t | A policy.",
              "comment | schema s | A schema.",
              "comment | table column s.t.name | A column.",
              "comment | table s.t | A table.");
      Database.execute(database, "drop schema s cascade");
      assertThat(Catalogue.of(database)).isEqualTo(before);
    }
  }
}
