package dev.croft.outage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** An embedded server of its own, killed as the kernel kills, and started again where it was. */
record KillableServer(PostgresServer server, Path dataDirectory, Path program)
    implements AutoCloseable {

  /** Starts it, or skips the test where the environment names a server that is not ours to kill. */
  static KillableServer start() throws SQLException, IOException {
    PostgresServer server = PostgresServer.start();
    Path dataDirectory = dataDirectory(server);
    Assumptions.assumeTrue(
        dataDirectory.startsWith(embeddedServers()), "skipped: the server is not an embedded one");
    Path program = Path.of(postmaster(dataDirectory).info().command().orElseThrow());
    return new KillableServer(server, dataDirectory, program);
  }

  private static Path embeddedServers() {
    Path standard = Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg");
    return Path.of(System.getProperty("ot.epg.working-dir", standard.toString()));
  }

  private static Path dataDirectory(PostgresServer server) throws SQLException {
    try (PostgresDatabase database = server.createDatabase();
        Connection connection = database.connect(database.superuser());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show data_directory")) {
      row.next();
      return Path.of(row.getString(1));
    }
  }

  private static ProcessHandle postmaster(Path dataDirectory) throws IOException {
    String pid = Files.readAllLines(dataDirectory.resolve("postmaster.pid")).get(0);
    return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
  }

  /** Sends SIGKILL to all of its processes, the first before those that it would start again. */
  void kill() throws IOException {
    ProcessHandle postmaster = postmaster(dataDirectory);
    List<ProcessHandle> all =
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
  }

  /** Returns once it has recovered and lets clients in: same directory, port and options. */
  void startAgain() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (LinuxUtils.isUnshareAvailable()) {
      // PostgreSQL refuses to run as root; so zonky starts it, too.
      command.addAll(List.of("unshare", "-U"));
    }
    String control = program.resolveSibling("pg_ctl").toString();
    command.addAll(List.of(control, "restart", "-w", "-D", dataDirectory.toString()));
    Path log = dataDirectory.resolve("restart.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(process.waitFor()).as(() -> read(log)).isZero();
  }

  private static String read(Path log) {
    try {
      return Files.readString(log, UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
