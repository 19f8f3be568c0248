package dev.croft.lint.changelog;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.croft.lint.report.Finding;
import dev.croft.lint.report.Rule;
import dev.croft.migrations.WrittenChangelog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A changelog made of a golden file, {@code lint/<rule>/failing.sql}, or of a folder of that name
 * without the extension.
 */
final class ExampleChangelog {
  static final String PATH = "db/changelog.xml";
  private static final Path GOLDEN = Path.of("src", "test", "resources", "lint");
  private static final String FILE = "20260101000000_example.sql";

  private final Path root;

  private ExampleChangelog(Path root) {
    this.root = root;
  }

  static ExampleChangelog in(Path root) throws IOException {
    Files.createDirectories(root.resolve("db/changelog"));
    return new ExampleChangelog(root);
  }

  /** The example of a rule, {@code failing} or {@code passing}. */
  static ExampleChangelog of(String rule, String kind, Path root) throws IOException {
    ExampleChangelog changelog = in(root);
    Path folder = GOLDEN.resolve(rule).resolve(kind);
    if (!Files.isDirectory(folder)) {
      return changelog.with(FILE, Files.readString(GOLDEN.resolve(rule).resolve(kind + ".sql")));
    }
    for (Path each : list(folder)) {
      changelog.with(each.getFileName().toString(), Files.readString(each));
    }
    return changelog;
  }

  static String expected(String rule) throws IOException {
    return Files.readString(GOLDEN.resolve(rule).resolve("expected.txt"));
  }

  static String shop() throws IOException {
    return Files.readString(GOLDEN.resolve("shop.sql"));
  }

  /** Adds a file, and includes it after those before it by name, unless a master says otherwise. */
  ExampleChangelog with(String file, String text) throws IOException {
    boolean isForMaster = file.startsWith("changelog.");
    Files.writeString(root.resolve(isForMaster ? "db" : "db/changelog").resolve(file), text);
    Path master = root.resolve(PATH);
    if (!file.equals("changelog.xml") && !isGiven(master)) {
      Files.writeString(master, master());
    }
    return this;
  }

  /** Adds a file with one changeset for each. */
  ExampleChangelog withEach(String... changesets) throws IOException {
    for (int i = 0; i < changesets.length; i++) {
      with(
          file(i),
          """
          --liquibase formatted sql

          --changeset ada:step splitStatements:false
          %s;

          --rollback not required
          """
              .formatted(changesets[i]));
    }
    return this;
  }

  /** What breaks a rule, if the first files are released. */
  List<Finding> findings(int released, String rule) {
    WrittenChangelog written = WrittenChangelog.read(PATH, List.of(root));
    Set<String> paths =
        IntStream.range(0, released).mapToObj(i -> "db/changelog/" + file(i)).collect(toSet());
    Set<String> known = ChangelogRules.rules().stream().map(Rule::id).collect(toSet());
    return ChangelogRules.findings(written, new ReleasedFiles(paths, List.of()), known).stream()
        .filter(each -> each.rule().id().equals(rule))
        .toList();
  }

  private static String file(int number) {
    return "202601010000%02d_step.sql".formatted(number);
  }

  private String master() throws IOException {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <databaseChangeLog
            xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
        %s</databaseChangeLog>
        """
        .formatted(includes());
  }

  private static boolean isGiven(Path master) throws IOException {
    return Files.exists(master) && Files.readString(master).contains("relativeTo");
  }

  private String includes() throws IOException {
    return list(root.resolve("db/changelog")).stream()
        .map(each -> "  <include file=\"db/changelog/%s\"/>%n".formatted(each.getFileName()))
        .collect(joining());
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  Path root() {
    return root;
  }
}
