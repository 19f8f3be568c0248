package dev.croft.maven;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;

/**
 * A {@code java} executable.
 *
 * @param version the feature release, such as 21; unknown if the JDK does not say
 */
record JavaCommand(Path executable, OptionalInt version) {

  private static final int OLDEST = 21;
  private static final Pattern FEATURE = Pattern.compile("\"?(?:1\\.)?(\\d+).*");
  private static final String REMEDY =
      "Install a JDK 21 or later, then either bind maven-toolchains-plugin's goal"
          + " select-jdk-toolchain with version [21,), or run Maven with JAVA_HOME set to that JDK.";

  /** The one that runs Maven. */
  static JavaCommand running() {
    Path home = Path.of(System.getProperty("java.home"));
    return new JavaCommand(
        home.resolve("bin").resolve("java"), OptionalInt.of(Runtime.version().feature()));
  }

  /**
   * The command of the JDK that the build has selected, else of the one that runs Maven.
   *
   * @throws MojoFailureException if it is not recent enough
   */
  static Path selected(ToolchainManager toolchains, MavenSession session)
      throws MojoFailureException {
    Toolchain toolchain = toolchains.getToolchainFromBuildContext("jdk", session);
    return choose(
        Optional.ofNullable(toolchain).map(jdk -> jdk.findTool("java")).map(Path::of), running());
  }

  /**
   * The command that runs the generator.
   *
   * @throws MojoFailureException if there is none that is recent enough
   */
  static Path choose(Optional<Path> toolchain, JavaCommand running) throws MojoFailureException {
    if (toolchain.isPresent()) {
      return chosen(at(toolchain.get()), "the selected JDK toolchain is Java %s");
    }
    return chosen(running, "Maven runs on Java %s, and no JDK toolchain is selected");
  }

  private static Path chosen(JavaCommand java, String facts) throws MojoFailureException {
    if (java.version.orElse(OLDEST) >= OLDEST) {
      return java.executable;
    }
    throw new MojoFailureException(
        "Generating table classes needs Java %d or later: %s. %s"
            .formatted(OLDEST, facts.formatted(java.version.getAsInt()), REMEDY));
  }

  static JavaCommand at(Path executable) {
    Path release = executable.resolveSibling("..").resolve("release").normalize();
    Properties properties = new Properties();
    if (Files.exists(release)) {
      try (Reader reader = Files.newBufferedReader(release)) {
        properties.load(reader);
      } catch (IOException e) {
        return new JavaCommand(executable, OptionalInt.empty());
      }
    }
    return new JavaCommand(executable, feature(properties.getProperty("JAVA_VERSION", "")));
  }

  private static OptionalInt feature(String version) {
    Matcher matcher = FEATURE.matcher(version);
    return matcher.matches()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }
}
