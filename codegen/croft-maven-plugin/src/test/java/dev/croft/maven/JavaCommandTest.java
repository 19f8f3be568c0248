package dev.croft.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaCommandTest {

  private static final JavaCommand RUNNING_17 =
      new JavaCommand(Path.of("/seventeen/bin/java"), OptionalInt.of(17));
  private static final JavaCommand RUNNING_21 =
      new JavaCommand(Path.of("/twentyone/bin/java"), OptionalInt.of(21));

  @TempDir private Path home;

  @Test
  void the_selected_toolchain_comes_first() throws Exception {
    Path java = jdk("JAVA_VERSION=\"25.0.1\"");
    assertThat(JavaCommand.choose(Optional.of(java), RUNNING_21)).isEqualTo(java);
  }

  @Test
  void without_a_toolchain_the_jvm_of_maven_runs_the_generator_too() throws Exception {
    assertThat(JavaCommand.choose(Optional.empty(), RUNNING_21)).isEqualTo(RUNNING_21.executable());
  }

  @Test
  void a_jdk_that_does_not_tell_its_version_is_tried() throws Exception {
    Path java = home.resolve("bin").resolve("java");
    assertThat(JavaCommand.choose(Optional.of(java), RUNNING_17)).isEqualTo(java);
  }

  @Test
  void an_old_maven_jvm_without_a_toolchain_is_refused_with_what_to_install_or_set() {
    assertThatThrownBy(() -> JavaCommand.choose(Optional.empty(), RUNNING_17))
        .isInstanceOf(MojoFailureException.class)
        .hasMessage(
            """
            Generating table classes needs Java 21 or later: \
            Maven runs on Java 17, and no JDK toolchain is selected. \
            Install a JDK 21 or later, then either bind maven-toolchains-plugin's goal \
            select-jdk-toolchain with version [21,), or run Maven with JAVA_HOME set to that JDK.""");
  }

  @Test
  void an_old_toolchain_is_refused_even_if_maven_runs_on_a_newer_jvm() throws Exception {
    Path java = jdk("JAVA_VERSION=\"17.0.15\"");
    assertThatThrownBy(() -> JavaCommand.choose(Optional.of(java), RUNNING_21))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("the selected JDK toolchain is Java 17");
  }

  @ParameterizedTest
  @CsvSource({"21,21", "25.0.1,25", "1.8.0_402,8", "26-ea,26"})
  void the_feature_release_is_read_from_the_jdk(String version, int feature) throws Exception {
    JavaCommand java = JavaCommand.at(jdk("JAVA_VERSION=\"" + version + "\""));
    assertThat(java.version()).hasValue(feature);
  }

  private Path jdk(String release) throws IOException {
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), release);
    return home.resolve("bin").resolve("java");
  }
}
