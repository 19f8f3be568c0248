package dev.croft.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server named by a URL, whose login may create databases and roles but is no superuser. */
class GivenServerTest {
  private static final String PASSWORD = "p%40ss%2Fw%3Ard";

  private final PostgresDatabase outside = PostgresServer.shared().createDatabase();
  private final Login administrator = new Login(RandomText.name("administrator"), "p@ss/w:rd");

  @BeforeEach
  void createAdministrator() throws SQLException {
    asSuperuser(
        "create role %s login createdb createrole password '%s'"
            .formatted(administrator.user(), administrator.password()));
  }

  @AfterEach
  void dropAdministrator() throws SQLException {
    asSuperuser("drop role " + administrator.user());
    outside.close();
  }

  @Test
  void closing_leaves_the_server_as_it_was() throws SQLException {
    List<String> before = databasesAndRoles();
    try (PostgresServer server = given()) {
      PostgresDatabase template = server.template("any", database -> {});
      PostgresDatabase clone = server.cloneOf(template);
      clone.createLogin(clone.owner().user());
      assertThat(databasesAndRoles()).hasSizeGreaterThan(before.size());
    }
    assertThat(databasesAndRoles()).isEqualTo(before);
  }

  @Test
  void an_owner_may_create_a_role_and_logins_that_are_its_members() throws SQLException {
    try (PostgresServer server = given();
        PostgresDatabase database = server.createDatabase()) {
      String group = RandomText.name("group");
      try (Connection connection = database.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("create role " + group);
        Login member = database.createLogin(group);
        assertThat(member.user()).startsWith("croft_login_");
        statement.execute("drop role " + group);
      }
    }
  }

  @Test
  void there_is_no_superuser_to_ask_for() {
    try (PostgresServer server = given();
        PostgresDatabase database = server.createDatabase()) {
      assertThatThrownBy(database::superuser)
          .isInstanceOf(PostgresException.class)
          .hasMessage(
              "There is no superuser: the login of the given database URL is none. Give the URL"
                  + " of a superuser, or none for an embedded server.");
    }
  }

  @Test
  void a_wrong_password_is_refused_before_anything_is_done() {
    assertThatThrownBy(() -> PostgresServer.at(url("wrong", outside.port(), "postgres")))
        .isInstanceOf(ServerUnavailableException.class)
        .hasMessage(
            "The PostgreSQL server was not reached: the server at %s:%s says FATAL: password"
                + " authentication failed for user \"%s\" (SQLSTATE 28P01). See that user and"
                + " password are right, and that the user may log in.",
            outside.host(), outside.port(), administrator.user());
  }

  @Test
  void a_database_that_does_not_exist_is_named() {
    assertThatThrownBy(() -> PostgresServer.at(url(PASSWORD, outside.port(), "nowhere")))
        .isInstanceOf(ServerUnavailableException.class)
        .hasMessage(
            "The PostgreSQL server was not reached: the server at %s:%s says FATAL: database"
                + " \"nowhere\" does not exist (SQLSTATE 3D000). Name a database that exists, such"
                + " as postgres.",
            outside.host(), outside.port());
  }

  @Test
  void a_server_that_does_not_answer_is_named_without_its_password() {
    assertThatThrownBy(() -> PostgresServer.at(url(PASSWORD, 1, "postgres")))
        .isInstanceOf(ServerUnavailableException.class)
        .hasMessageStartingWith("The PostgreSQL server was not reached: the server at localhost:1")
        .hasMessageEndingWith(
            " (SQLSTATE 08001). See that it runs, and that host and port are right.")
        .hasMessageNotContainingAny(PASSWORD, administrator.password());
  }

  private PostgresServer given() {
    return PostgresServer.at(url(PASSWORD, outside.port(), "postgres"));
  }

  private String url(String password, int port, String database) {
    return "postgresql://%s:%s@%s:%s/%s"
        .formatted(administrator.user(), password, outside.host(), port, database);
  }

  private void asSuperuser(String sql) throws SQLException {
    try (Connection connection = outside.connect(outside.superuser());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> databasesAndRoles() throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = outside.connect(outside.superuser());
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select datname::text from pg_database union all select rolname from pg_roles"
                    + " order by 1")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
