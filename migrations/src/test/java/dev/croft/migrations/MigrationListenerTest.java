package dev.croft.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationListenerTest {
  private final PostgresDatabase database = PostgresServer.shared().createDatabase();
  private final Migrator migrator;

  MigrationListenerTest(@TempDir Path directory) {
    new ChangelogDirectory(directory)
        .changeset("one", "create table public.one (id int);", "drop table public.one;");
    migrator = Migrator.of(database, ChangelogDirectory.MASTER).readingFrom(directory);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private Migrator whenFinished(Consumer<ChangesetId> listener) {
    return migrator.tellingOf(
        new MigrationListener() {
          @Override
          public void finished(ChangesetId changeset) {
            listener.accept(changeset);
          }
        });
  }

  private static void fail(ChangesetId changeset) {
    throw new IllegalStateException(changeset.id());
  }

  @Test
  void what_is_finished_is_committed_and_recorded() {
    List<Boolean> seen = new ArrayList<>();
    whenFinished(
            id -> {
              seen.add(Database.exists(database, "public.one"));
              seen.add(migrator.status().pending().isEmpty());
            })
        .apply();
    assertThat(seen).containsExactly(true, true);
  }

  @Test
  void what_a_listener_throws_of_a_finished_changeset_leaves_it_applied() {
    assertThatThrownBy(whenFinished(MigrationListenerTest::fail)::apply)
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("one");
    assertThat(Database.exists(database, "public.one")).isTrue();
    assertThat(migrator.status().pending()).isEmpty();
  }

  @Test
  void what_a_listener_throws_of_a_changeset_rolled_back_leaves_it_so() {
    migrator.apply();
    assertThatThrownBy(() -> whenFinished(MigrationListenerTest::fail).rollback(1))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("one");
    assertThat(Database.exists(database, "public.one")).isFalse();
    assertThat(migrator.apply()).hasSize(1);
  }

  @Test
  void what_a_listener_throws_of_a_begun_changeset_keeps_it_from_being_applied() {
    Migrator failing =
        migrator.tellingOf(
            new MigrationListener() {
              @Override
              public void begun(ChangesetId changeset) {
                fail(changeset);
              }
            });
    assertThatThrownBy(failing::apply)
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("one");
    assertThat(Database.exists(database, "public.one")).isFalse();
    assertThat(migrator.status().pending()).hasSize(1);
  }
}
