package dev.croft.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.fork.ForkedJvm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentServerTest {
  @TempDir Path directory;

  @Test
  void what_was_written_is_there_again_under_the_same_address_and_password() throws Exception {
    int port = freePort();
    Login owner;
    Login member;
    try (DevelopmentServer server = DevelopmentServer.start(directory, port)) {
      owner = server.owner();
      execute(server, "create table public.kept (); create role readers");
      member = server.member("reader", "readers");
      assertThat(server.hasRole("readers")).isTrue();
      assertThat(server.hasRole("nobody's")).isFalse();
      assertThatThrownBy(() -> DevelopmentServer.start(directory, freePort()))
          .isInstanceOf(ServerUnavailableException.class)
          .hasMessage(
              "No server for development was started: another process uses %s. Use the server that"
                  + " runs, or name another directory.",
              directory.toRealPath());
    }
    try (DevelopmentServer server = DevelopmentServer.start(directory, port)) {
      assertThat(server.owner()).isEqualTo(owner);
      assertThat(server.member("reader", "readers")).isEqualTo(member);
      assertThat(server.jdbcUrl()).isEqualTo("jdbc:postgresql://localhost:%d/croft", port);
      execute(server, "drop table public.kept");
      assertThat(ask(server, "show fsync")).isEqualTo("on");
    }
    assertThat(Files.exists(directory.resolve("data/postmaster.pid"))).isFalse();
  }

  @Test
  void a_taken_port_is_named() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> DevelopmentServer.start(directory, taken.getLocalPort()))
          .isInstanceOf(ServerUnavailableException.class)
          .hasMessage(
              "No server for development was started: port %d is taken. Choose another port or"
                  + " directory, or end what is in the way.",
              taken.getLocalPort());
    }
  }

  @Test
  void passwords_are_for_the_owner_of_the_directory_alone() throws IOException {
    try (DevelopmentDirectory kept = DevelopmentDirectory.open(directory)) {
      String password = kept.password("somebody");
      assertThat(password).hasSize(32).isEqualTo(kept.password("somebody"));
      assertThat(Files.getPosixFilePermissions(directory.resolve("somebody.password")))
          .extracting(Enum::name)
          .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    }
  }

  @Test
  void what_is_kept_is_kept_out_of_version_control() throws IOException {
    DevelopmentDirectory.open(directory).close();
    assertThat(directory.resolve(".gitignore")).hasContent("*");
    Files.writeString(directory.resolve(".gitignore"), "data/");
    DevelopmentDirectory.open(directory).close();
    assertThat(directory.resolve(".gitignore")).hasContent("data/");
  }

  @Test
  void a_killed_process_is_cleaned_up_after_and_loses_nothing() throws Exception {
    int port = freePort();
    try (ForkedJvm jvm =
        ForkedJvm.running(Kept.class, directory.toString(), Integer.toString(port))) {
      jvm.await("written");
      jvm.kill();
    }
    assertThat(directory.resolve("data/postmaster.pid")).exists();
    try (DevelopmentServer server = DevelopmentServer.start(directory, port)) {
      execute(server, "drop table public.kept");
    }
  }

  /** Writes a table, and waits. */
  static final class Kept {
    public static void main(String[] arguments) throws Exception {
      DevelopmentServer server =
          DevelopmentServer.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
      Connection connection = connect(server);
      try (Statement statement = connection.createStatement()) {
        statement.execute("create table public.kept ()");
      }
      System.out.println("written");
      Thread.currentThread().join();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Connection connect(DevelopmentServer server) throws SQLException {
    return DriverManager.getConnection(
        server.jdbcUrl(), server.owner().user(), server.owner().password());
  }

  private static void execute(DevelopmentServer server, String sql) throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(DevelopmentServer server, String sql) throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
