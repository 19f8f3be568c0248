package dev.croft.lint.changelog;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
