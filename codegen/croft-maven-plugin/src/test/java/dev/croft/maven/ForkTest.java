package dev.croft.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkTest {

  @TempDir private Path state;

  @Test
  void a_jvm_that_dies_without_a_message_shows_its_last_words() {
    Fork fork =
        new Fork(
            JavaCommand.running().executable(),
            List.of(state),
            state.resolve("options"),
            state.resolve("error"),
            new SystemStreamLog());
    assertThatThrownBy(() -> fork.run(new Properties()))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("the generator ended with exit code 1")
        .hasMessageContaining("dev.croft.codegen.CodegenMain");
    assertThat(state.resolve("options")).exists();
  }
}
