package dev.croft.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A project of its own, which knows nothing of this build. */
final class Project {

  private static final String SAID = "thing that the team writes down";
  private static final String RESOURCES = "src/main/resources";

  private final Path directory;

  private Project(Path directory) {
    this.directory = directory;
  }

  /** One with nothing but a pom. */
  static Project begin(String name) throws IOException {
    Path directory = Path.of(System.getProperty("consumer.directory")).resolve(name);
    delete(directory);
    Project project = new Project(directory);
    Files.createDirectories(project.file(".mvn")); // Else Maven takes the options of this build.
    project.write("pom.xml", resource("pom.xml"));
    return project;
  }

  /** What an earlier build left. */
  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> walk = Files.walk(directory)) {
        for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  static String resource(String name) throws IOException {
    try (InputStream in = Project.class.getResourceAsStream("/todo/" + name)) {
      return new String(requireNonNull(in).readAllBytes(), UTF_8);
    }
  }

  Maven maven() {
    return Maven.in(directory);
  }

  Path file(String name) {
    return directory.resolve(name);
  }

  /** The only changelog file for that. */
  Path changelog(String description) throws IOException {
    try (Stream<Path> files = Files.list(file(RESOURCES + "/db/changelog"))) {
      List<Path> found = files.filter(each -> isFor(description, each)).toList();
      assertThat(found).hasSize(1);
      return found.get(0);
    }
  }

  private static boolean isFor(String description, Path file) {
    return file.getFileName().toString().matches("\\d{14}_" + description + "\\.sql");
  }

  void write(String name, String text) throws IOException {
    Files.createDirectories(file(name).getParent());
    Files.writeString(file(name), text);
  }

  /**
   * Puts a fix at the end of the changeset that is to blame, before the rollback, and says what it
   * leaves to be said.
   */
  void paste(Finding finding) throws IOException {
    Path file = file(RESOURCES).resolve(finding.file());
    String text = Files.readString(file);
    assertThat(text).containsOnlyOnce("\n--rollback");
    String pasted = "\n" + finding.fix().replace("…", SAID) + "\n--rollback";
    Files.writeString(file, text.replace("\n--rollback", pasted));
  }
}
