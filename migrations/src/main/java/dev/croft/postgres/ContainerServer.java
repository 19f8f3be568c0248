package dev.croft.postgres;

import java.util.Map;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A server in a container, by Testcontainers. */
record ContainerServer(PostgreSQLContainer container) implements BackingServer {
  private static final String IMAGE = "postgres:17-alpine";
  private static final String LOCALE = "--locale=C --locale-provider=icu --icu-locale=und";

  static BackingServer start() {
    try {
      return Started.container();
    } catch (NoClassDefFoundError e) {
      throw notStarted(
          "Testcontainers is not on the class path",
          "Add org.testcontainers:testcontainers-postgresql, or leave out -Dcroft.postgres.",
          e);
    } catch (RuntimeException e) {
      throw notStarted(
          "Testcontainers says: " + e.getMessage(),
          "Start Docker, or leave out -Dcroft.postgres for an embedded server.",
          e);
    }
  }

  private static ServerUnavailableException notStarted(String facts, String advice, Throwable e) {
    return new ServerUnavailableException("No PostgreSQL container was started", facts, advice, e);
  }

  @Override
  public ServerAddress address() {
    return new ServerAddress(
        container.getHost(),
        container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
        Map.of());
  }

  @Override
  public String maintenanceDatabase() {
    return container.getDatabaseName();
  }

  @Override
  public Login administrator() {
    return new Login(container.getUsername(), container.getPassword());
  }

  @Override
  public boolean isThrowAway() {
    return true;
  }

  @Override
  public void stop() {
    container.stop();
  }

  /** Apart, so that this class alone needs Testcontainers to be present. */
  private static final class Started {
    private Started() {}

    static BackingServer container() {
      PostgreSQLContainer container = new PostgreSQLContainer(IMAGE);
      container.withEnv("POSTGRES_INITDB_ARGS", LOCALE);
      container.withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
      container.start();
      return new ContainerServer(container);
    }
  }
}
