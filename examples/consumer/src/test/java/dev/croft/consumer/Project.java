package dev.croft.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.InvocationResult;
import org.apache.maven.shared.invoker.MavenInvocationException;

/** A project of its own: it knows nothing of this build but the repository that it publishes to. */
final class Project {

  private static final List<String> VERSIONS =
      List.of(
          "croft.version",
          "maven-resources-plugin.version",
          "maven-compiler-plugin.version",
          "maven-surefire-plugin.version",
          "maven-jar-plugin.version",
          "maven-toolchains-plugin.version");

  private final Path directory;
  private final Path settings;

  private Project(Path directory, Path settings) {
    this.directory = directory;
    this.settings = settings;
  }

  static Project in(Path directory) throws IOException {
    String pom = resource("pom.xml");
    for (String version : VERSIONS) {
      pom = pom.replace("@" + version + "@", System.getProperty(version));
    }
    delete(directory);
    Files.createDirectories(directory);
    Path settings = directory.resolveSibling("settings.xml");
    Files.writeString(
        settings,
        """
        <settings>
          <mirrors>
            <mirror>
              <id>repository-of-this-machine</id>
              <mirrorOf>*</mirrorOf>
              <url>%s</url>
            </mirror>
          </mirrors>
        </settings>
        """
            .formatted(Path.of(System.getProperty("consumer.mirror")).toUri()));
    Files.writeString(directory.resolve("pom.xml"), pom);
    return new Project(directory, settings);
  }

  /** What an earlier build left. */
  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      List<Path> files;
      try (Stream<Path> walk = Files.walk(directory)) {
        files = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Project.class.getResourceAsStream("/todo/" + name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  /** What Maven printed, and whether it was content. */
  record Outcome(boolean isSuccess, String output) {}

  Outcome maven(String... words) throws MavenInvocationException, IOException {
    StringBuilder output = new StringBuilder();
    InvocationRequest request = new DefaultInvocationRequest();
    request.setBaseDirectory(directory.toFile());
    request.setBatchMode(true);
    request.setNoTransferProgress(true);
    request.setUserSettingsFile(settings.toFile());
    request.setLocalRepositoryDirectory(new File(System.getProperty("consumer.repository")));
    request.setMavenHome(new File(System.getProperty("consumer.maven")));
    request.setOutputHandler(line -> output.append(line).append('\n'));
    request.setErrorHandler(line -> output.append(line).append('\n'));
    request.addArgs(List.of(words));
    InvocationResult result = new DefaultInvoker().execute(request);
    Files.writeString(directory.resolveSibling("maven.log"), output);
    return new Outcome(result.getExitCode() == 0, output.toString());
  }

  /** The changelog file whose name ends like this. */
  Path changelog(String ending) throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("src/main/resources/db/changelog"))) {
      return files.filter(each -> each.toString().endsWith(ending)).findFirst().orElseThrow();
    }
  }

  /** Writes a class of the user's. */
  void writeClass(String name) throws IOException {
    Path file = directory.resolve("src/main/java/com/example").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, resource("src/main/java/com/example/" + name));
  }

  Path file(String name) {
    return directory.resolve(name);
  }
}
