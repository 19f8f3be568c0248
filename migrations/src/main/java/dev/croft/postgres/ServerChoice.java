package dev.croft.postgres;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Chooses the server that the environment asks for. */
final class ServerChoice {
  private static final String PROPERTY = "croft.postgres";
  private static final List<String> URL_VARIABLES =
      List.of("CROFT_TEST_DATABASE_URL", "TEST_DATABASE_URL", "DATABASE_TEST_URL");

  private final Function<String, @Nullable String> environment;
  private final Function<String, @Nullable String> properties;

  ServerChoice(
      Function<String, @Nullable String> environment,
      Function<String, @Nullable String> properties) {
    this.environment = environment;
    this.properties = properties;
  }

  static ServerChoice ofThisProcess() {
    return new ServerChoice(System::getenv, System::getProperty);
  }

  BackingServer start() {
    for (String variable : URL_VARIABLES) {
      String url = environment.apply(variable);
      if (url != null && !url.isBlank()) {
        return new GivenServer(ServerUrl.parse(variable, url.strip()));
      }
    }
    return started(properties.apply(PROPERTY));
  }

  private static BackingServer started(@Nullable String kind) {
    return switch (kind == null || kind.isBlank() ? "embedded" : kind) {
      case "embedded" -> EmbeddedServer.start(null);
      case "container" -> ContainerServer.start();
      default ->
          throw new ServerUnavailableException(
              "No PostgreSQL server was started",
              "the system property %s has a value that is not known".formatted(PROPERTY),
              "Set it to embedded or container, or leave it out.",
              null);
    };
  }
}
