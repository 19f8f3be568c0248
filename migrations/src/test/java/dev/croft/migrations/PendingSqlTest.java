package dev.croft.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PendingSqlTest {
  private final PostgresDatabase database = PostgresServer.shared().createDatabase();
  private final ChangelogDirectory files;
  private final Migrator migrator;

  PendingSqlTest(@TempDir Path directory) {
    files =
        new ChangelogDirectory(directory)
            .changeset(
                "one",
                "create table public.one (id int);\ncomment on table public.one is 'One.';",
                "drop table public.one;");
    migrator = Migrator.of(database, ChangelogDirectory.MASTER).readingFrom(directory);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void pending_changesets_are_told_statement_by_statement() {
    files.file(
        "two.sql",
        """
        --liquibase formatted sql
        --changeset croft:two runInTransaction:false
        create index concurrently one_id_idx on public.one (id);
        --rollback drop index public.one_id_idx;
        """);
    assertThat(migrator.pendingSql())
        .containsExactly(
            new ChangesetSql(
                new ChangesetId("one.sql", "croft", "one"),
                true,
                List.of(
                    "create table public.one (id int)", "comment on table public.one is 'One.'")),
            new ChangesetSql(
                new ChangesetId("two.sql", "croft", "two"),
                false,
                List.of("create index concurrently one_id_idx on public.one (id)")));
  }

  @Test
  void changes_that_liquibase_writes_are_told_as_sql_too() {
    files.file(
        "two.yaml",
        """
        databaseChangeLog:
          - changeSet:
              id: two
              author: croft
              changes:
                - createTable:
                    tableName: two
                    schemaName: public
                    columns:
                      - column: {name: id, type: uuid}
        """);
    assertThat(migrator.pendingSql().getLast().statements())
        .containsExactly("CREATE TABLE public.two (id UUID)");
  }

  @Test
  void asking_changes_nothing() {
    migrator.pendingSql();
    assertThat(
            Database.ask(
                database, "select count(*) from pg_namespace where nspname = 'croft_migrations'"))
        .isEqualTo("0");
    assertThat(migrator.apply()).hasSize(1);
    assertThat(migrator.pendingSql()).isEmpty();
  }

  @Test
  void what_runs_every_time_is_always_pending() {
    files.file(
        "two.sql",
        """
        --liquibase formatted sql
        --changeset croft:two runAlways:true
        select 2;
        --rollback not required
        """);
    migrator.apply();
    assertThat(migrator.pendingSql()).extracting(each -> each.id().id()).containsExactly("two");
  }
}
