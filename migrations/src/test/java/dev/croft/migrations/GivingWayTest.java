package dev.croft.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GivingWayTest {
  private static final Duration SHORT = Duration.ofMillis(50);

  private final PostgresDatabase database = PostgresServer.shared().createDatabase();
  private final ChangelogDirectory files;
  private final Migrator migrator;

  GivingWayTest(@TempDir Path directory) {
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
  void a_changeset_is_tried_again_until_the_table_is_free() throws SQLException {
    migrator.apply();
    files
        .changeset("two", "create table public.two ();", "drop table public.two;")
        .changeset("three", "alter table public.one add id int;", "not required");
    try (Connection reader = database.connect()) {
      hold(reader);
      List<String> told = new ArrayList<>();

      List<ChangesetId> done =
          migrator.givingWay(SHORT, 5).tellingOf(releasing(reader, told)).apply();

      assertThat(done).extracting(ChangesetId::id).containsExactly("two", "three");
      assertThat(told)
          .containsExactly(
              "begun two",
              "finished two",
              "begun three",
              "three gave way 1",
              "begun three",
              "finished three");
    }
  }

  @Test
  void what_never_gets_free_says_what_to_do_and_leaves_the_table_alone() throws SQLException {
    migrator.apply();
    files.changeset("two", "alter table public.one add id int;", "not required");
    try (Connection reader = database.connect()) {
      hold(reader);
      assertThatThrownBy(() -> migrator.givingWay(SHORT, 2).apply())
          .isInstanceOf(ChangesetFailedException.class)
          .hasMessage(
              "Changeset two.sql::croft:two was not applied: PostgreSQL says canceling statement"
                  + " due to lock timeout (SQLSTATE 55P03). Another session uses the table: find"
                  + " it with pg_blocking_pids, or apply again later.");
    }
    assertThat(migrator.status().pending()).hasSize(1);
  }

  @Test
  void only_changesets_in_a_transaction_are_limited_and_only_while_they_run() {
    String note = "create table public.%s as select current_setting('lock_timeout') as limit;";
    files
        .changeset("two", note.formatted("two"), "drop table public.two;")
        .file(
            "three.sql",
            "--liquibase formatted sql\n--changeset croft:three runInTransaction:false\n"
                + note.formatted("three")
                + "\n--rollback drop table public.three;\n");
    migrator.givingWay(Duration.ofSeconds(3), 2).apply();
    assertThat(Database.ask(database, "select \"limit\" from public.two")).isEqualTo("3s");
    assertThat(Database.ask(database, "select \"limit\" from public.three")).isEqualTo("0");
  }

  @Test
  void a_failure_of_another_kind_is_not_tried_again() {
    List<String> told = new ArrayList<>();
    files.changeset("two", "select 1 / 0;", "not required");
    assertThatThrownBy(() -> migrator.givingWay(SHORT, 5).tellingOf(listener(told)).apply())
        .isInstanceOf(ChangesetFailedException.class);
    assertThat(told).containsExactly("begun one", "finished one", "begun two");
  }

  @Test
  void a_limit_of_nothing_and_no_attempt_are_refused() {
    assertThatThrownBy(() -> migrator.givingWay(Duration.ZERO, 1)).hasMessage("lockTimeout: PT0S");
    assertThatThrownBy(() -> migrator.givingWay(SHORT, 0)).hasMessage("attempts: 0");
  }

  private static void hold(Connection reader) throws SQLException {
    reader.setAutoCommit(false);
    try (Statement statement = reader.createStatement()) {
      statement.execute("select from public.one");
    }
  }

  private static MigrationListener releasing(Connection reader, List<String> told) {
    return new Listener(told) {
      @Override
      public void gaveWay(ChangesetId changeset, int attempt) {
        super.gaveWay(changeset, attempt);
        try {
          reader.rollback();
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }

  private static MigrationListener listener(List<String> told) {
    return new Listener(told);
  }

  private static class Listener implements MigrationListener {
    private final List<String> told;

    Listener(List<String> told) {
      this.told = told;
    }

    @Override
    public void begun(ChangesetId changeset) {
      told.add("begun " + changeset.id());
    }

    @Override
    public void finished(ChangesetId changeset) {
      told.add("finished " + changeset.id());
    }

    @Override
    public void gaveWay(ChangesetId changeset, int attempt) {
      told.add("%s gave way %d".formatted(changeset.id(), attempt));
    }
  }
}
