package dev.croft.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import dev.croft.postgres.SecondPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every changeset of the base changelog leads back to where it came from, and forth again. */
class RoundTripTest {
  private static final String BASE_CHANGELOG = "croft/changelog.xml";

  private final ChangelogDirectory included;

  RoundTripTest(@TempDir Path directory) {
    included = new ChangelogDirectory(directory);
  }

  @Test
  void every_changeset_rolls_back_and_forward_again() {
    try (PostgresServer server = PostgresServer.start()) {
      assertRoundTrip(server);
    }
  }

  @Test
  void every_changeset_rolls_back_and_forward_again_on_the_second_postgres() {
    try (PostgresServer server = SecondPostgres.start()) {
      assertRoundTrip(server);
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

  private void assertRoundTrip(PostgresServer server) {
    try (PostgresDatabase database = server.createDatabase()) {
      List<String> untouched = Catalogue.of(database);
      List<String> before = untouched;
      for (String file : files(database)) {
        Migrator migrator = upTo(file, database);
        migrator.apply();
        List<String> after = Catalogue.of(database);
        migrator.rollback(1);
        assertSame(file + " rolled back", Catalogue.of(database), before);
        migrator.apply();
        assertSame(file + " applied again", Catalogue.of(database), after);
        before = after;
      }
      Migrator.of(database, BASE_CHANGELOG).rollback(files(database).size());
      assertSame("everything rolled back", Catalogue.of(database), untouched);
    }
  }

  /** A migrator for the base changelog as it was when the file was its last. */
  private Migrator upTo(String file, PostgresDatabase database) {
    included.include(file);
    return Migrator.of(database, ChangelogDirectory.MASTER).readingFrom(included.path());
  }

  private static List<String> files(PostgresDatabase database) {
    MigrationStatus status = Migrator.of(database, BASE_CHANGELOG).status();
    return Stream.concat(
            status.applied().stream().map(AppliedChangeset::id), status.pending().stream())
        .map(ChangesetId::file)
        .toList();
  }

  private static void assertSame(String when, List<String> actual, List<String> expected) {
    assertThat(missing(actual, expected)).as(when + ", what is missing").isEmpty();
    assertThat(missing(expected, actual)).as(when + ", what is left over").isEmpty();
  }

  private static List<String> missing(List<String> from, List<String> expected) {
    return expected.stream().filter(fact -> !from.contains(fact)).toList();
  }
}
