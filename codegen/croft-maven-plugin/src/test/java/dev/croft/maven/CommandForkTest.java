package dev.croft.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands themselves are tested where they are; here it is a JVM that runs one of them. */
class CommandForkTest {

  @TempDir private Path directory;

  @Test
  void the_exit_code_is_that_of_the_command() throws Exception {
    CommandFork fork =
        new CommandFork(JavaCommand.running().executable(), List.of(directory), directory);
    assertThat(fork.run(new Properties(), List.of("status"))).isEqualTo(1);
  }

  @Test
  void a_command_that_waits_ends_cleanly_with_the_process_that_began_it() throws Exception {
    Path ended = directory.resolve("ended");
    Process maven = begin(ended);
    try (BufferedReader lines = maven.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("begun [dev, %s]".formatted(ended));
      assertThat(ended).doesNotExist();
      maven.destroy();
      assertThat(maven.waitFor()).isNotZero();
      assertThat(ended).exists();
    } finally {
      maven.destroyForcibly();
    }
  }

  private Process begin(Path ended) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            JavaCommand.running().executable().toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Beginning.class.getName(),
            compiledCommand().toString(),
            ended.toString());
    return builder.redirectErrorStream(true).start();
  }

  /** A class of the name that the fork runs, where nothing else of the command line is. */
  private Path compiledCommand() throws IOException {
    Path classes = Files.createDirectories(directory.resolve("classes"));
    Path source = directory.resolve("Main.java");
    Files.writeString(
        source,
        """
        package dev.croft.cli;

        public class Main {
          public static void main(String[] words) throws Exception {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> touch(words[1])));
            System.out.println("begun " + java.util.List.of(words));
            Thread.currentThread().join();
          }

          private static void touch(String file) {
            try {
              java.nio.file.Files.createFile(java.nio.file.Path.of(file));
            } catch (java.io.IOException e) {
              e.printStackTrace();
            }
          }
        }
        """);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", classes.toString(), source.toString());
    assertThat(status).isZero();
    return classes;
  }

  /** Stands for Maven. */
  static final class Beginning {
    public static void main(String[] arguments) throws Exception {
      List<Path> classPath =
          Stream.of(arguments[0].split(File.pathSeparator, -1)).map(Path::of).toList();
      Path here = Path.of("").toAbsolutePath();
      new CommandFork(JavaCommand.running().executable(), classPath, here)
          .run(new Properties(), List.of("dev", arguments[1]));
    }
  }
}
