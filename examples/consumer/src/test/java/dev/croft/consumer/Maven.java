package dev.croft.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The Maven that runs this build, with the user's settings and a local repository of its own, which
 * holds what this build published. The user's local repository is only read, as a remote one.
 */
final class Maven {

  private static final String FAST_START = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1";

  private final Path directory;

  private Maven(Path directory) {
    this.directory = directory;
  }

  /**
   * @param directory that of the project
   */
  static Maven in(Path directory) {
    return new Maven(directory);
  }

  Outcome run(String... words) throws IOException, InterruptedException {
    Process process = start(words);
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Outcome(process.waitFor() == 0, output);
  }

  /** Without waiting for it; its errors are in its output. */
  Process start(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(executable(), "-B", "-ntp"));
    command.addAll(repositories());
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("DATABASE_"));
    builder.environment().merge("MAVEN_OPTS", FAST_START, "%s %s"::formatted);
    builder.environment().put("JAVA_HOME", property("java"));
    return builder.start();
  }

  private static String executable() {
    boolean isWindows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("win");
    return Path.of(property("maven"), "bin", isWindows ? "mvn.cmd" : "mvn").toString();
  }

  private List<String> repositories() throws IOException {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("-gs", settings().toString()));
    words.add("-Dmaven.repo.local=" + property("repository"));
    if (Files.exists(Path.of(property("settings")))) {
      words.addAll(List.of("-s", property("settings")));
    }
    return words;
  }

  private Path settings() throws IOException {
    try (InputStream in = Maven.class.getResourceAsStream("/settings.xml")) {
      String text = new String(requireNonNull(in).readAllBytes(), UTF_8);
      String machine = Path.of(property("machine")).toUri().toString();
      return Files.writeString(
          directory.resolveSibling("settings.xml"), text.replace("REPOSITORY", machine));
    }
  }

  private static String property(String name) {
    return System.getProperty("consumer." + name);
  }
}
