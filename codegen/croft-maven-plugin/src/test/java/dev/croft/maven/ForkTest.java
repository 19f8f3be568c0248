package dev.croft.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import javax.tools.ToolProvider;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkTest {

  private static final String WINDOWS_PATH = "C:\\Users\\Ann Lee\\ü\\todo";

  @TempDir private Path state;

  @Test
  void paths_arrive_as_they_are_whatever_is_in_them() throws Exception {
    Path classes = Files.createDirectories(state.resolve("Ann Lee's ü classes"));
    compileGenerator(classes);
    Properties properties = new Properties();
    properties.put("outputDirectory", WINDOWS_PATH);
    fork(state.resolve("a b"), classes).run(properties);
    assertThat(state.resolve("a b").resolve("error.told")).hasContent(WINDOWS_PATH);
  }

  /** A class of the name that the fork runs, which reads its options as the generator does. */
  private void compileGenerator(Path classes) throws IOException {
    Path source = state.resolve("CodegenMain.java");
    Files.writeString(
        source,
        """
        package dev.croft.codegen;

        import java.nio.file.Files;
        import java.nio.file.Path;

        public class CodegenMain {
          public static void main(String[] arguments) throws Exception {
            java.util.Properties options = new java.util.Properties();
            options.load(Files.newBufferedReader(Path.of(arguments[0])));
            Path told = Path.of(options.getProperty("errorFile") + ".told");
            Files.writeString(told, options.getProperty("outputDirectory"));
          }
        }
        """);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", classes.toString(), source.toString());
    assertThat(status).isZero();
  }

  private static Fork fork(Path state, Path classes) {
    return new Fork(
        JavaCommand.running().executable(),
        List.of(classes),
        state.resolve("options"),
        state.resolve("error"),
        new SystemStreamLog());
  }

  @Test
  void a_jvm_that_dies_without_a_message_shows_its_last_words() {
    assertThatThrownBy(() -> fork(state, state).run(new Properties()))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("the generator ended with exit code 1")
        .hasMessageContaining("dev.croft.codegen.CodegenMain");
    assertThat(state.resolve("options")).exists();
  }
}
