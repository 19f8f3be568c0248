package dev.croft.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.fixture.Figures;
import dev.croft.migrations.ChangesetFailedException;
import dev.croft.migrations.DatabaseUnavailableException;
import dev.croft.migrations.MigrationException;
import dev.croft.migrations.Migrator;
import dev.croft.postgres.Login;
import dev.croft.postgres.PostgresDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A changeset that stumbles over rows shows none of their values. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MigrationLeakTest {
  private Aviary aviary;
  private PostgresDatabase database;

  @BeforeAll
  void moveIn() {
    aviary = new Aviary();
    database = aviary.village().database();
    aviary.village().asSuperuser("create schema content authorization %s", database.owner().user());
    aviary.village().asOwner("create table content.birds (name text)");
    aviary
        .village()
        .asOwner("insert into content.birds values ('canarium'), ('canarium'), ('1 canarium 2')");
  }

  @AfterAll
  void moveOut() {
    aviary.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table content.birds alter column name type integer using name::integer",
        "alter table content.birds alter column name type jsonb using name::jsonb",
        "alter table content.birds add constraint birds_check check (name <> 'x' and name > 'd')",
        "create unique index birds_unique on content.birds (name)",
        "insert into content.birds select name::date::text from content.birds",
        "do $$ begin perform (select max(name)::uuid from content.birds); end $$",
        "do $$ begin execute format('select %L::date', (select max(name) from content.birds));"
            + " end $$",
        "update content.birds set name = null; alter table content.birds alter name set not null"
      })
  void a_changeset_that_stumbles_over_rows_shows_none(String sql, @TempDir Path directory)
      throws IOException {
    Files.writeString(
        directory.resolve("birds.sql"),
        """
        --liquibase formatted sql
        --changeset croft:birds splitStatements:false
        %s;
        --rollback not required
        """
            .formatted(sql));
    Files.writeString(
        directory.resolve("changelog.yaml"),
        "databaseChangeLog:\n  - include:\n      file: birds.sql\n");
    Migrator migrator = Migrator.of(database, "changelog.yaml").readingFrom(directory);
    search(ChangesetFailedException.class, migrator::apply);
  }

  @Test
  void a_password_that_is_refused_is_not_shown() {
    Login login = new Login("nobody", Canary.SECRET);
    Migrator migrator = Migrator.of(database.jdbcUrl(), login, "croft/changelog.xml");
    search(DatabaseUnavailableException.class, migrator::status);
  }

  private static void search(Class<? extends MigrationException> failure, Scene.Action action) {
    Findings findings = new Findings();
    Throwable thrown = Listening.during(findings, action);
    assertThat(thrown).isInstanceOf(failure);
    ThrowableText.search(findings, "a migration", thrown);
    List<Findings.Leak> leaks =
        findings.leaks().stream().filter(Findings.Leak::isNotWarnedOf).toList();
    Figures.add("leaks: scenes played", 1);
    Figures.add("leaks: found", leaks.size());
    assertThat(leaks).isEmpty();
  }
}
