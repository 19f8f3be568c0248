package dev.croft.connection;

import dev.croft.fixture.Village;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real PgBouncer in transaction mode, with one connection to the server. */
final class PgBouncer implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/pgbouncer");

  private final Path folder;
  private final Process process;
  private final int port;

  private PgBouncer(Path folder, Process process, int port) {
    this.folder = folder;
    this.process = process;
    this.port = port;
  }

  /** Whether there is one, or a build server's root could install one. */
  static boolean isThere() throws IOException, InterruptedException {
    boolean mayInstall = System.getenv("CI") != null && isRoot();
    if (!Files.isExecutable(PROGRAM) && mayInstall) {
      run("apt-get", "update");
      run("apt-get", "install", "--yes", "pgbouncer");
    }
    return Files.isExecutable(PROGRAM);
  }

  private static void run(String... command) throws IOException, InterruptedException {
    if (Files.isExecutable(Path.of("/usr/bin", command[0]))) {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(3, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
    }
  }

  static PgBouncer before(Village village, Credentials... logins) throws IOException {
    Path folder = Files.createTempDirectory("croft-pgbouncer");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    int port = freePort();
    StringBuilder users = new StringBuilder();
    for (Credentials login : logins) {
      users.append("\"%s\" \"%s\"%n".formatted(login.user(), login.password()));
    }
    Files.writeString(folder.resolve("users.txt"), users);
    Files.writeString(folder.resolve("pgbouncer.ini"), ini(village, folder, port));
    Process process =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of(PROGRAM.toString()),
                        Stream.concat(unprivileged(), Stream.of(folder + "/pgbouncer.ini")))
                    .toList())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    PgBouncer started = new PgBouncer(folder, process, port);
    started.awaitReady();
    return started;
  }

  /** PgBouncer refuses to run as root. */
  private static Stream<String> unprivileged() {
    return isRoot() ? Stream.of("-u", "nobody") : Stream.empty();
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String ini(Village village, Path folder, int port) {
    return """
        [databases]
        %3$s = host=%1$s port=%2$d dbname=%3$s
        [pgbouncer]
        listen_addr = 127.0.0.1
        listen_port = %4$d
        unix_socket_dir =
        auth_type = plain
        auth_file = %5$s/users.txt
        pool_mode = transaction
        default_pool_size = 1
        """
        .formatted(
            village.address().host(),
            village.address().port(),
            village.address().database(),
            port,
            folder);
  }

  private void awaitReady() throws IOException {
    while (true) {
      if (!process.isAlive()) {
        throw new IOException(log().orElse("PgBouncer did not start"));
      }
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        if (socket.isConnected()) {
          return;
        }
      } catch (IOException e) {
        Thread.onSpinWait();
      }
    }
  }

  private Optional<String> log() throws IOException {
    return Optional.of(Files.readString(folder.resolve("log"))).filter(text -> !text.isBlank());
  }

  int port() {
    return port;
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly().onExit().join();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
