package dev.croft.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.croft.fork.ForkedJvm;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

class ServerChoiceTest {

  @Test
  void the_first_variable_that_is_set_names_the_server() {
    Map<String, String> environment =
        Map.of(
            "CROFT_TEST_DATABASE_URL", " ",
            "TEST_DATABASE_URL", "postgresql://ada@first/main",
            "DATABASE_TEST_URL", "postgresql://ada@second/main");
    assertThat(choice(environment, Map.of()).start().address().host()).isEqualTo("first");
  }

  @Test
  void a_url_comes_before_a_container() {
    BackingServer server =
        choice(
                Map.of("CROFT_TEST_DATABASE_URL", "postgresql://ada@given/main"),
                Map.of("croft.postgres", "container"))
            .start();
    assertThat(server.address().host()).isEqualTo("given");
    assertThat(server.isThrowAway()).isFalse();
  }

  @Test
  void an_unknown_kind_of_server_is_refused() {
    assertThatThrownBy(() -> choice(Map.of(), Map.of("croft.postgres", "cloud")).start())
        .isInstanceOf(ServerUnavailableException.class)
        .hasMessage(
            "No PostgreSQL server was started: the system property croft.postgres has a value"
                + " that is not known. Set it to embedded or container, or leave it out.");
  }

  @Test
  void a_container_without_testcontainers_says_what_to_add() {
    try (ForkedJvm jvm =
        ForkedJvm.without(entry -> entry.contains("testcontainers"), AskingForAContainer.class)) {
      assertThat(jvm.await("refused: "))
          .isEqualTo(
              "No PostgreSQL container was started: Testcontainers is not on the class path. Add"
                  + " org.testcontainers:testcontainers-postgresql, or leave out"
                  + " -Dcroft.postgres.");
    }
  }

  @Test
  void a_container_without_docker_says_what_to_start() {
    assumeFalse(hasDocker(), "Docker runs here: a container would be started");
    try (ForkedJvm jvm = ForkedJvm.running(AskingForAContainer.class)) {
      assertThat(jvm.await("refused: "))
          .isEqualTo(
              "No PostgreSQL container was started: Testcontainers says: Could not find a valid"
                  + " Docker environment. Please see logs and check configuration. Start Docker, or"
                  + " leave out -Dcroft.postgres for an embedded server.");
    }
  }

  @Test
  void a_container_is_a_server_like_any_other() throws SQLException {
    assumeTrue(hasDocker(), "no Docker here: no container was started");
    BackingServer backing = choice(Map.of(), Map.of("croft.postgres", "container")).start();
    try (PostgresServer server = RunningServer.on(backing);
        PostgresDatabase database = server.createDatabase();
        Connection connection = database.connect()) {
      assertThat(backing.isThrowAway()).isTrue();
      assertThat(connection.getMetaData().getDatabaseMajorVersion())
          .isEqualTo(PostgresServer.shared().majorVersion());
    }
  }

  private static boolean hasDocker() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  static final class AskingForAContainer {
    public static void main(String[] arguments) {
      try {
        choice(Map.of(), Map.of("croft.postgres", "container")).start();
      } catch (ServerUnavailableException e) {
        System.out.println("refused: " + e.getMessage());
      }
    }
  }

  private static ServerChoice choice(
      Map<String, String> environment, Map<String, String> properties) {
    return new ServerChoice(environment::get, properties::get);
  }
}
