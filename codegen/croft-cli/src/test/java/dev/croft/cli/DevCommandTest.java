package dev.croft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.cli.Shell.Result;
import java.io.BufferedReader;
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
    Process process = dev(kept, port);
    try (BufferedReader output = process.inputReader()) {
      assertThat(await(output, "PostgreSQL runs at "))
          .isEqualTo("jdbc:postgresql://localhost:%d/croft as croft_owner.", port);
      assertThat(await(output, "Logins and passwords: "))
          .isEqualTo(kept.toRealPath().resolve("database.env").toString());
      assertThat(shell.run("status", "--env-file", kept.resolve("database.env").toString()))
          .isEqualTo(new Result(0, "1 changeset applied, 0 pending, 0 changed, 0 unknown.\n", ""));
      assertThat(kept.resolve(".gitignore")).hasContent("*");
      // Not the process's own method, which closes its output too.
      process.toHandle().destroy();
      await(output, "PostgreSQL has stopped.");
    } finally {
      process.destroyForcibly();
    }
    assertThat(Files.exists(kept.resolve("data/postmaster.pid"))).isFalse();
  }

  private Process dev(Path kept, int port) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "dev",
            "--directory=" + kept,
            "--port=" + port,
            "--resources=" + directory.resolve("src/main/resources"))
        .redirectErrorStream(true)
        .start();
  }

  private static String await(BufferedReader output, String mark) {
    return output
        .lines()
        .filter(line -> line.startsWith(mark))
        .findFirst()
        .orElseThrow(() -> new AssertionError(mark + "was not printed"))
        .substring(mark.length());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
