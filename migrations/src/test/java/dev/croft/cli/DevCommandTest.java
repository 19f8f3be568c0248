package dev.croft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.cli.Shell.Result;
import dev.croft.fork.ForkedJvm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class DevCommandTest {
  @TempDir Path directory;

  @Test
  void a_database_is_there_migrated_until_the_command_is_interrupted() throws Exception {
    Shell shell =
        new Shell(directory)
            .changeset("1_one", "create table public.one ();", "drop table public.one;");
    int port = freePort();
    Path kept = directory.resolve("kept");
    try (ForkedJvm jvm =
        ForkedJvm.running(
            Main.class,
            "dev",
            "--directory=" + kept,
            "--port=" + port,
            "--resources=" + directory.resolve("src/main/resources"))) {
      assertThat(jvm.await("PostgreSQL runs at "))
          .isEqualTo("jdbc:postgresql://localhost:%d/croft as croft_owner.", port);
      assertThat(jvm.await("Logins and passwords: "))
          .isEqualTo(kept.toRealPath().resolve("database.env").toString());
      assertThat(shell.run("status", "--env-file", kept.resolve("database.env").toString()))
          .isEqualTo(new Result(0, "1 changeset applied, 0 pending, 0 changed, 0 unknown.\n", ""));
      assertThat(kept.resolve(".gitignore")).hasContent("*");
      jvm.interrupt();
      jvm.await("PostgreSQL has stopped.");
    }
    assertThat(Files.exists(kept.resolve("data/postmaster.pid"))).isFalse();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
