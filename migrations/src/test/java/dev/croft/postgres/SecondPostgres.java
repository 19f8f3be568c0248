package dev.croft.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** An embedded server of another major version than the shared one. */
public final class SecondPostgres {
  private static final Path JAR = Path.of("target", "postgres", "second-postgres.jar");

  private SecondPostgres() {}

  /** Starts it, or skips the test on a platform for which the build has no binaries. */
  public static PostgresServer start() {
    Assumptions.assumeTrue(
        Files.exists(JAR),
        () ->
            "skipped: the build copies no second PostgreSQL for %s %s"
                .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
    return PostgresServer.startEmbedded(JAR);
  }
}
