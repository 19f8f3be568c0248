package dev.croft.cli;

import dev.croft.migrations.Migrator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which changelog, and where its files are. */
final class ChangelogOptions {
  private static final Path STANDARD_DIRECTORY = Path.of("src", "main", "resources");

  @Option(
      names = {"-c", "--changelog"},
      paramLabel = "PATH",
      defaultValue = "${env:CROFT_CHANGELOG:-db/changelog.xml}",
      description = {
        "The changelog, as a path below a directory of --resources.",
        "Without it CROFT_CHANGELOG, or db/changelog.xml."
      })
  private String changelog = "";

  @Option(
      names = {"-r", "--resources"},
      paramLabel = "DIR",
      description = {
        "Where changelogs are looked for; may be repeated.",
        "Without it src/main/resources. Croft's own are always found."
      })
  private List<Path> directories = List.of();

  /** With slashes, on Windows too: Liquibase remembers changesets by it. */
  String changelog() {
    return changelog.replace('\\', '/');
  }

  /** The first of the directories: where new files go. */
  Path directory(Surroundings surroundings) {
    return surroundings.resolve(
        directories.isEmpty() ? STANDARD_DIRECTORY : directories.getFirst());
  }

  Migrator migrator(DatabaseOptions.Connection connection, Surroundings surroundings) {
    return Migrator.of(connection.url().jdbcUrl(), connection.login(), changelog())
        .readingFrom(existing(surroundings));
  }

  Path[] existing(Surroundings surroundings) {
    directories.stream()
        .map(surroundings::resolve)
        .filter(each -> !Files.isDirectory(each))
        .findFirst()
        .ifPresent(ChangelogOptions::refuse);
    Stream<Path> named =
        directories.isEmpty() ? Stream.of(STANDARD_DIRECTORY) : directories.stream();
    return named.map(surroundings::resolve).filter(Files::isDirectory).toArray(Path[]::new);
  }

  private static void refuse(Path missing) {
    throw new UsageException(
        "The changelog was not read", missing + " is no directory", "See --resources.");
  }
}
