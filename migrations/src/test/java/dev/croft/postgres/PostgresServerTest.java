package dev.croft.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PostgresServerTest {
  private final PostgresServer server = PostgresServer.shared();

  @Test
  void a_database_is_owned_by_a_login_that_is_no_superuser_but_may_create_roles()
      throws SQLException {
    try (PostgresDatabase database = server.createDatabase()) {
      assertThat(
              ask(
                  database,
                  "select concat_ws(' ', r.rolname = current_user, rolsuper, rolcreaterole,"
                      + " rolcreatedb, rolbypassrls) from pg_database d"
                      + " join pg_roles r on r.oid = d.datdba where datname = current_database()"))
          .isEqualTo("t f t f f");
    }
  }

  @Test
  void a_database_speaks_utf_8_and_knows_letters_beyond_ascii() throws SQLException {
    try (PostgresDatabase database = server.createDatabase()) {
      assertThat(ask(database, "select lower('ÉCOLE') || current_setting('server_encoding')"))
          .isEqualTo("écoleUTF8");
    }
  }

  @Test
  void the_jdbc_url_holds_no_credentials_and_is_enough_to_connect_with_them() throws SQLException {
    try (PostgresDatabase database = server.createDatabase()) {
      Login owner = database.owner();
      assertThat(database.jdbcUrl()).doesNotContain(owner.user(), owner.password());
      try (Connection connection =
          DriverManager.getConnection(database.jdbcUrl(), owner.user(), owner.password())) {
        assertThat(connection.isValid(1)).isTrue();
      }
    }
  }

  @Test
  void a_wrong_password_is_refused_without_being_repeated() {
    try (PostgresDatabase database = server.createDatabase()) {
      Login guess = new Login(database.owner().user(), "open sesame");
      assertThatThrownBy(() -> database.connect(guess))
          .isInstanceOf(PostgresException.class)
          .hasMessage(
              "Could not connect to %s as %s: the server at %s:%d says FATAL: password"
                  + " authentication failed for user \"%s\" (SQLSTATE 28P01). See that the server"
                  + " runs, and that login and password are right.",
              database.name(), guess.user(), database.host(), database.port(), guess.user());
    }
  }

  @Test
  void a_login_shows_its_user_and_hides_its_password() {
    assertThat(new Login("ada", "secret")).hasToString("Login[user=ada]");
  }

  @Test
  void a_created_login_is_a_member_of_its_group_and_disappears_with_the_database()
      throws SQLException {
    PostgresDatabase database = server.createDatabase();
    Login login = database.createLogin("pg_monitor");
    try (Connection connection = database.connect(login);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select pg_has_role('pg_monitor', 'member'), current_user")) {
      row.next();
      assertThat(row.getBoolean(1)).isTrue();
      assertThat(row.getString(2)).isEqualTo(login.user());
    }
    database.close();
    try (PostgresDatabase other = server.createDatabase()) {
      assertThat(count(other, "pg_roles where rolname = '" + login.user() + "'")).isZero();
    }
  }

  @Test
  void closing_drops_the_database_even_under_an_open_connection() throws SQLException {
    PostgresDatabase database = server.createDatabase();
    try (Connection open = database.connect()) {
      database.close();
      database.close();
      assertThat(open.isValid(1)).isFalse();
    }
    try (PostgresDatabase other = server.createDatabase()) {
      assertThat(count(other, "pg_database where datname = '" + database.name() + "'")).isZero();
    }
  }

  @Test
  void a_template_is_prepared_once_and_its_clones_live_apart() throws SQLException {
    AtomicInteger preparations = new AtomicInteger();
    for (int i = 0; i < 3; i++) {
      PostgresDatabase template =
          server.template(
              "greeted",
              database -> {
                preparations.incrementAndGet();
                execute(database, "create table public.greetings as select 'hello' as words");
              });
      template.close();
      try (PostgresDatabase clone = server.cloneOf(template)) {
        execute(clone, "insert into public.greetings values ('goodbye')");
        assertThat(count(clone, "public.greetings")).isEqualTo(2);
        assertThat(clone.owner()).isEqualTo(template.owner());
      }
    }
    assertThat(preparations).hasValue(1);
  }

  @Test
  void a_template_whose_preparation_failed_is_prepared_again() {
    assertThatThrownBy(() -> server.template("shaky", database -> execute(database, "nonsense")))
        .isInstanceOf(IllegalStateException.class);
    PostgresDatabase template =
        server.template("shaky", database -> execute(database, "create schema later"));
    assertThat(count(template, "pg_namespace where nspname = 'later'")).isOne();
  }

  @Test
  void cloning_takes_well_under_a_second() {
    PostgresDatabase template =
        server.template("timed", database -> execute(database, "create schema timed"));
    long begin = System.nanoTime();
    server.cloneOf(template).close();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void a_template_in_use_says_what_to_do() throws SQLException {
    try (PostgresDatabase template = server.createDatabase();
        Connection open = template.connect()) {
      assertThat(open.isValid(1)).isTrue();
      assertThatThrownBy(() -> server.cloneOf(template))
          .isInstanceOf(PostgresException.class)
          .hasMessageStartingWith("Could not create a database: the server at ")
          .hasMessageEndingWith("(SQLSTATE 55006). Close every connection to the database first.");
    }
  }

  private static void execute(PostgresDatabase database, String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int count(PostgresDatabase database, String from) {
    try {
      return Integer.parseInt(ask(database, "select count(*) from " + from));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String ask(PostgresDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
