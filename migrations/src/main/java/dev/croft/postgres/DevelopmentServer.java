package dev.croft.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * An embedded server for development: it listens to this machine alone, on a port of the caller's
 * choice, and what its database holds is there again when it is next started.
 */
public final class DevelopmentServer implements AutoCloseable {
  /** The name of the database. */
  public static final String DATABASE = "croft";

  private static final String OWNER = "croft_owner";
  private static final String SUPERUSER = "postgres";
  private static final int SECONDS_TO_STOP = 10;

  private final DevelopmentDirectory directory;
  private final BackingServer server;
  private final Administration administration;

  private DevelopmentServer(DevelopmentDirectory directory, BackingServer server) {
    this.directory = directory;
    this.server = server;
    this.administration = new Administration(server);
  }

  /**
   * Starts a server on the data of a directory, which is made where there is none. A server that a
   * killed process left running on it is stopped first.
   *
   * @throws ServerUnavailableException if the port is taken, another process uses the directory, or
   *     PostgreSQL does not start
   */
  public static DevelopmentServer start(Path directory, int port) {
    try {
      DevelopmentDirectory kept = DevelopmentDirectory.open(directory);
      try {
        return start(kept, port);
      } catch (IOException | RuntimeException e) {
        kept.close();
        throw e;
      }
    } catch (IOException e) {
      throw notStarted("on %s: %s".formatted(directory, e.getMessage()), e);
    }
  }

  private static DevelopmentServer start(DevelopmentDirectory kept, int port) throws IOException {
    stopOrphan(kept);
    requireFree(port);
    Login superuser = new Login(SUPERUSER, kept.password(SUPERUSER));
    EmbeddedPostgres process = started(kept, port, superuser);
    try {
      Passwords.require(process, kept.data(), superuser);
      DevelopmentServer server =
          new DevelopmentServer(kept, new EmbeddedServer(process, superuser));
      server.createDatabase();
      return server;
    } catch (IOException | RuntimeException e) {
      process.close();
      throw e;
    } catch (PortTakenException e) {
      process.close();
      throw notStarted(String.valueOf(e.getMessage()), e);
    }
  }

  private static EmbeddedPostgres started(DevelopmentDirectory kept, int port, Login superuser)
      throws IOException {
    try {
      return EmbeddedServer.builder(null, kept.data())
          .setPort(port)
          .setCleanDataDirectory(false)
          .setConnectConfig("password", superuser.password())
          .setServerConfig("fsync", "on")
          .setServerConfig("full_page_writes", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("log_min_messages", "warning")
          .setOutputRedirector(ProcessBuilder.Redirect.appendTo(kept.log().toFile()))
          .start();
    } catch (IOException | IllegalStateException e) {
      throw notStarted("PostgreSQL writes why to %s".formatted(kept.log()), e);
    }
  }

  private static void requireFree(int port) {
    try {
      new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
    } catch (IOException e) {
      throw notStarted("port %d is taken".formatted(port), e);
    }
  }

  private static void stopOrphan(DevelopmentDirectory kept) throws IOException {
    ProcessHandle orphan = kept.orphan().orElse(null);
    if (orphan == null) {
      return;
    }
    // What a server does with its last clients when asked so: it waits for them.
    orphan.children().forEach(ProcessHandle::destroy);
    orphan.destroy();
    try {
      orphan.onExit().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw notStarted("an earlier server, process %d, does not end".formatted(orphan.pid()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while an earlier server ended", e);
    }
  }

  private static ServerUnavailableException notStarted(String facts, Exception cause) {
    return new ServerUnavailableException(
        "No server for development was started",
        facts,
        "Choose another port or directory, or end what is in the way.",
        cause);
  }

  /** The address for JDBC, without credentials. */
  public String jdbcUrl() {
    return server.address().jdbcUrl(DATABASE);
  }

  /** The login that owns the database. It may create roles. */
  public Login owner() {
    return login(OWNER);
  }

  /**
   * A login that is a member of a group. Its password stays the same from run to run.
   *
   * @param group a role of the server; what it may do, the login may do
   */
  public Login member(String user, String group) {
    Login login = login(user);
    createRole(login, "in role %s", group);
    return login;
  }

  /** Whether the server has this role. */
  public boolean hasRole(String role) {
    return exists("pg_roles where rolname", role);
  }

  /** Writes a file that only its owner may read into the directory of this server. */
  public Path writeSecret(String name, String text) {
    try {
      return directory.writeSecret(name, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Login login(String user) {
    try {
      return new Login(user, directory.password(user));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void createDatabase() {
    createRole(owner(), "createrole");
    if (!exists("pg_database where datname", DATABASE)) {
      administration.execute(
          "create a database", "create database %s owner %s template template0", DATABASE, OWNER);
    }
  }

  private void createRole(Login login, String options, String... groups) {
    if (hasRole(login.user())) {
      return;
    }
    // The password is made of hexadecimal digits and needs no quoting of its own.
    administration.execute(
        "create a login",
        "create role %s login password '" + login.password() + "' " + options,
        Stream.concat(Stream.of(login.user()), Stream.of(groups)).toArray(String[]::new));
  }

  private boolean exists(String where, String name) {
    String query =
        "select exists (select from %s = '%s')".formatted(where, name.replace("'", "''"));
    return "t".equals(administration.ask("look into the catalogue", query));
  }

  /** Stops the server; what its database holds stays. */
  @Override
  public void close() {
    server.stop();
    try {
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
