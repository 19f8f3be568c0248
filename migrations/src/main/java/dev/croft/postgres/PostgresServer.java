package dev.croft.postgres;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A PostgreSQL server for builds, tests and local work.
 *
 * <p>Which server it is, the environment decides: the one named by {@code CROFT_TEST_DATABASE_URL},
 * {@code TEST_DATABASE_URL} or {@code DATABASE_TEST_URL}, in this order; else a container, when the
 * system property {@code croft.postgres} is {@code container}; else a server embedded in this
 * process's machine, with a data directory that disappears with it.
 *
 * <p>A login named by a URL must be allowed to create databases and roles. On that server only
 * databases and roles with fresh names are created, and dropped again on {@link #close()}; nothing
 * else is touched.
 *
 * <p>Servers may be used by several threads at once. What fails, fails with a {@link
 * PostgresException}.
 */
public interface PostgresServer extends AutoCloseable {

  /**
   * The server of this JVM: started by the first caller, closed when the JVM exits, and not before:
   * closing it does nothing.
   */
  static PostgresServer shared() {
    return SharedServer.get();
  }

  /** A server of the caller's own, closed when the JVM exits at the latest. */
  static PostgresServer start() {
    return RunningServer.on(ServerChoice.ofThisProcess().start());
  }

  /**
   * A server that runs anyway, whatever the environment says.
   *
   * @param url as the environment would name it, {@code postgresql://user:password@host:port/db}
   */
  static PostgresServer at(String url) {
    return RunningServer.on(new GivenServer(ServerUrl.parse("the URL of a server", url)));
  }

  /**
   * An embedded server with the PostgreSQL of the given jar, whatever the environment says.
   *
   * @param binaries a jar of PostgreSQL binaries for this operating system and processor
   */
  static PostgresServer startEmbedded(Path binaries) {
    return RunningServer.on(EmbeddedServer.start(new BinariesJar(binaries)));
  }

  /** The major version, such as 17. */
  int majorVersion();

  /**
   * Creates an empty database, owned by a login that is no superuser but may create roles: what the
   * owner of a database in a managed cloud is.
   */
  PostgresDatabase createDatabase();

  /**
   * Creates a copy of a database of this server.
   *
   * @param template a database that nobody is connected to
   */
  PostgresDatabase cloneOf(PostgresDatabase template);

  /**
   * The database that {@code prepare} filled, to be cloned. It is prepared once per server and key,
   * and again only if that failed; other callers with the same key wait. It belongs to the server:
   * closing it does nothing.
   */
  PostgresDatabase template(String key, Consumer<PostgresDatabase> prepare);

  /** Drops the databases and roles made here, and stops the server if it was started here. */
  @Override
  void close();
}
