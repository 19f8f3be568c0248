package dev.croft.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Partitions are made ahead, and old ones detached, while the table is in use. */
class PartitionsTest {
  private static final String LOG = "admin.audit_log";
  private static final String OLD = "admin.audit_log_y2020m01";
  private static final String ENTRY =
      """
      insert into admin.audit_log
        (created_at, actor_kind, actor, action, object_kind, object_id, reason)
      values ('2020-01-15', 'service', 'archive', 'role:create', 'role', croft.uuid_v7(), 'a test')
      """;

  private final PostgresDatabase database =
      PostgresServer.shared()
          .cloneOf(
              PostgresServer.shared()
                  .template(
                      "croft/changelog.xml",
                      template -> Migrator.of(template, "croft/changelog.xml").apply()));
  private final Partitions partitions = Partitions.of(database);

  @BeforeEach
  void the_log_has_an_entry_of_years_ago() {
    execute(
        "create table %s partition of admin.audit_log".formatted(OLD)
            + " for values from ('2020-01-01 00:00+00') to ('2020-02-01 00:00+00')");
    execute("select croft.append_only('admin.audit_log'), croft.system_table('admin.audit_log')");
    asSuperuser(ENTRY);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void those_that_are_missing_are_made_and_then_nothing_is_missing() {
    assertThat(partitions.ensure(LOG, 14))
        .hasSize(2)
        .allMatch(name -> name.startsWith("admin.audit_log_y"))
        .isSorted();
    assertThat(partitions.ensure(LOG, 14)).isEmpty();
  }

  @Test
  void nothing_is_detached_that_is_to_be_kept() {
    assertThat(partitions.detach(LOG, 12_000)).isEmpty();
    assertThat(rows("select count(*) from " + LOG)).containsExactly("1");
  }

  @Test
  void an_old_one_is_detached_keeps_its_rows_and_still_refuses_to_change_them() {
    assertThat(partitions.detach(LOG, 12)).containsExactly(OLD);
    assertThat(partitions.detach(LOG, 12)).isEmpty();
    assertThat(rows("select count(*) from " + LOG)).containsExactly("0");
    assertThat(rows("select actor from " + OLD)).containsExactly("archive");
    assertThatThrownBy(() -> asSuperuser("delete from " + OLD))
        .hasMessageContaining("audit_log_y2020m01 is append-only: DELETE refused");
    assertThatThrownBy(() -> asSuperuser("truncate " + OLD))
        .hasMessageContaining("audit_log_y2020m01 is append-only: TRUNCATE refused");
  }

  @Test
  void a_detached_one_is_closed_to_sessions() throws SQLException {
    partitions.detach(LOG, 12);
    try (Connection admin = database.connect(database.createLogin("croft_admin"));
        Statement statement = admin.createStatement()) {
      assertThatThrownBy(() -> statement.execute("select * from " + OLD))
          .hasMessageContaining("permission denied for table audit_log_y2020m01");
    }
    assertThat(
            rows(
                "select relrowsecurity and relforcerowsecurity from pg_class where oid = '%s'::regclass"
                    .formatted(OLD)))
        .containsExactly("t");
  }

  @Test
  void one_that_was_left_half_detached_is_detached_in_full() throws SQLException {
    try (Connection reader = database.connect();
        Statement reading = reader.createStatement();
        Connection owner = database.connect();
        Statement detaching = owner.createStatement()) {
      reader.setAutoCommit(false);
      reading.execute("select count(*) from " + LOG);
      detaching.execute("set lock_timeout = '200ms'");
      assertThatThrownBy(
              () ->
                  detaching.execute(
                      "alter table %s detach partition %s concurrently".formatted(LOG, OLD)))
          .hasMessageContaining("lock timeout");
      reader.rollback();
    }
    assertThat(rows("select is_attached from croft.partitions('%s')".formatted(LOG))).contains("f");
    assertThat(partitions.detach(LOG, 12_000)).containsExactly(OLD);
  }

  @Test
  void of_two_calls_at_once_one_detaches_and_the_other_waits() {
    List<CompletableFuture<List<String>>> calls = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      calls.add(CompletableFuture.supplyAsync(() -> partitions.detach(LOG, 12)));
    }
    assertThat(calls.stream().flatMap(call -> call.join().stream())).containsExactly(OLD);
  }

  @Test
  void another_table_is_refused() {
    assertThatThrownBy(() -> partitions.ensure("public.tenants", 3))
        .isInstanceOf(PartitionException.class)
        .hasMessageStartingWith(
            "the partitions of public.tenants were not brought up to date: "
                + "table public.tenants is not partitioned by months (SQLSTATE 42809), "
                + "detail: Its partitions must be ranges of created_at, a timestamptz, "
                + "and none of them the default partition, "
                + "hint: Create the table with: partition by range (created_at), where: ")
        .hasMessageEndingWith(
            "Correct that and call again as the owner of the table; what was done stays done.");
    assertThatThrownBy(() -> partitions.detach("public.tenants", 3))
        .isInstanceOf(PartitionException.class);
    assertThatThrownBy(() -> partitions.detach(LOG, 0))
        .hasMessageContaining(
            "hint: Give a number of whole months before this one, 1 or more. Correct that and");
  }

  @Test
  void another_login_is_refused() {
    Partitions ofAdmin = Partitions.of(database.jdbcUrl(), database.createLogin("croft_admin"));
    assertThatThrownBy(() -> ofAdmin.ensure(LOG, 3))
        .isInstanceOf(PartitionException.class)
        .hasMessageContaining("permission denied for function ensure_partitions");
  }

  private void execute(String sql) {
    Database.execute(database, sql);
  }

  private void asSuperuser(String sql) {
    try (Connection connection = database.connect(database.superuser());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private List<String> rows(String sql) {
    try (Connection connection = database.connect(database.superuser());
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(result.getString(1));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
