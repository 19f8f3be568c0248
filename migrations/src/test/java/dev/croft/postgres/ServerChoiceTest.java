package dev.croft.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.fork.ForkedJvm;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
        ForkedJvm.without(entry -> entry.contains("testcontainers"), WithoutTestcontainers.class)) {
      assertThat(jvm.await("refused: "))
          .isEqualTo(
              "No PostgreSQL container was started: Testcontainers is not on the class path. Add"
                  + " org.testcontainers:testcontainers-postgresql, or leave out"
                  + " -Dcroft.postgres.");
    }
  }

  /** Asks for a container. */
  static final class WithoutTestcontainers {
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
