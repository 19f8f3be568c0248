package dev.croft.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.croft.migrations.Migrator;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a server of its own, because roles belong to the whole server. */
final class GroupRolesTest {
  private static final String ROLES =
      "select rolname, rolcanlogin from pg_roles where rolname in ('croft_app', 'croft_admin')"
          + " order by 1";
  private static final String WAITING =
      "select count(*) from pg_stat_activity"
          + " where wait_event_type = 'Lock' and datname = current_database()";

  private static final PostgresServer SERVER = PostgresServer.start();
  private static final PostgresDatabase HOME = SERVER.createDatabase();

  private final PostgresDatabase second = SERVER.createDatabase();
  private final Session owner = new Session(HOME.connect(), null);
  private final String create = script();
  private final String drop =
      create
          .lines()
          .filter(line -> line.startsWith("--rollback "))
          .map(line -> line.substring("--rollback ".length()))
          .collect(joining("\n"));

  @BeforeEach
  void no_other_database_of_the_server_uses_the_roles() {
    assumeTrue(owner.rows(ROLES).isEmpty());
  }

  @AfterEach
  void drop_them() throws SQLException {
    second.close();
    owner.run(drop);
    owner.connection().close();
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void they_are_groups_that_cannot_log_in_and_go_with_the_last_database() {
    owner.run(create, create);
    assertThat(owner.rows(ROLES)).containsExactly("croft_admin,f", "croft_app,f");
    owner.run(drop, drop);
    assertThat(owner.rows(ROLES)).isEmpty();
  }

  @Test
  void they_stay_while_another_database_grants_them_something() throws SQLException {
    owner.run(create);
    try (Connection other = second.connect()) {
      new Session(other, null).run("grant usage on schema public to croft_app");
      owner.run(drop);
      assertThat(owner.rows(ROLES)).containsExactly("croft_app,f");
      new Session(other, null).run("revoke usage on schema public from croft_app");
    }
    owner.run(drop);
    assertThat(owner.rows(ROLES)).isEmpty();
  }

  @Test
  void they_stay_while_a_login_is_a_member() {
    owner.run(create);
    second.createLogin("croft_app");
    owner.run(drop);
    assertThat(owner.rows(ROLES)).containsExactly("croft_app,f");
  }

  @Test
  void two_databases_make_them_at_the_same_time() throws Exception {
    try (Connection other = second.connect();
        Connection held = HOME.connect();
        Statement jdbc = held.createStatement()) {
      held.setAutoCommit(false);
      jdbc.execute(create);
      CompletableFuture<Void> both =
          CompletableFuture.runAsync(() -> new Session(other, null).run(create));
      awaitWaitingIn(second);
      held.commit();
      both.get(10, SECONDS);
    }
    assertThat(owner.rows(ROLES)).containsExactly("croft_admin,f", "croft_app,f");
  }

  @Test
  void a_role_of_that_name_that_may_log_in_is_refused() {
    owner.run(create, "alter role croft_app login");
    assertThat(owner.explanation(create))
        .isEqualTo(
            """
            role croft_app is not a plain group
            It can log in, is a superuser, or bypasses row-level security.
            alter role croft_app nologin nosuperuser nobypassrls;""");
  }

  @Test
  void rolling_back_everything_leaves_none_behind() {
    Migrator migrator = BaseChangelog.migrator(second);
    int count = migrator.apply().size();
    assertThat(owner.rows(ROLES)).hasSize(2);
    assertThat(migrator.rollback(count)).hasSize(count);
    assertThat(owner.rows(ROLES)).isEmpty();
    assertThat(migrator.apply()).hasSize(count);
    migrator.rollback(count);
  }

  @Test
  void the_public_may_not_make_temporary_tables_in_a_migrated_database() throws SQLException {
    BaseChangelog.apply(second);
    try (Connection connection = second.connect(second.createLogin("croft_app"))) {
      assertThat(new Session(connection, null).refusal("create temporary table mine ()"))
          .startsWith("42501 permission denied to create temporary tables in database");
    }
  }

  private static void awaitWaitingIn(PostgresDatabase database) throws SQLException {
    try (Connection connection = database.connect(database.superuser())) {
      Session session = new Session(connection, null);
      Instant deadline = Instant.now().plusSeconds(10);
      while (!session.value(WAITING).equals("1")) {
        assertThat(Instant.now()).isBefore(deadline);
      }
    }
  }

  private static String script() {
    String path = "/croft/changelog/20261120000100_create_roles.sql";
    try (InputStream file = requireNonNull(GroupRolesTest.class.getResourceAsStream(path))) {
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
