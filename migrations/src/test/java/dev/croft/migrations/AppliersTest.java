package dev.croft.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.postgres.Login;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppliersTest {
  private final PostgresDatabase database = PostgresServer.shared().createDatabase();
  private final ChangelogDirectory files;
  private final Migrator migrator;

  AppliersTest(@TempDir Path directory) {
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
  void the_status_names_the_login_that_applied_a_changeset() {
    migrator.apply();
    files.changeset("two", "create table public.two ();", "drop table public.two;");
    Login colleague = database.createLogin(database.owner().user());
    Migrator.of(database.jdbcUrl(), colleague, ChangelogDirectory.MASTER)
        .readingFrom(files.path())
        .apply();
    assertThat(migrator.status().applied())
        .extracting(each -> each.appliedBy().orElseThrow())
        .containsExactly(database.owner().user(), colleague.user());
  }

  @Test
  void of_what_was_applied_before_logins_were_kept_none_is_made_up() {
    migrator.apply();
    Database.execute(
        database, "alter table croft_migrations.databasechangelog drop column applied_by");
    assertThat(migrator.status().applied().getFirst().appliedBy()).isEmpty();

    files.changeset("two", "create table public.two ();", "drop table public.two;");
    migrator.apply();

    MigrationStatus status = migrator.status();
    assertThat(status.applied().getFirst().appliedBy()).isEmpty();
    assertThat(status.applied().getLast().appliedBy()).contains(database.owner().user());
  }
}
