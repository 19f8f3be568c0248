package com.example.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The commands {@code generate} and {@code check} on a copy of a project's changelogs. */
final class GeneratorRuns {
  private static final List<String> JVM_OPTIONS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true");

  private final Path directory;
  private final Path resources;
  private final Path output;
  private final Path unpacked;
  private int changes;

  /**
   * @param directory where all is written to
   */
  GeneratorRuns(Path changelogs, Path directory) throws IOException {
    this.directory = directory;
    this.resources = directory.resolve("resources");
    this.output = directory.resolve("output");
    this.unpacked = directory.resolve("postgresql");
    for (Path file : tree(changelogs)) {
      Path copy = resources.resolve(changelogs.relativize(file).toString());
      if (Files.isRegularFile(file)) {
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  long cold() throws IOException {
    delete(unpacked);
    return warm();
  }

  long warm() throws IOException {
    delete(output);
    return again();
  }

  /** After one column more: one file is written anew. */
  long changed() throws IOException {
    changes++;
    String name = "db/changelog/note_%d.sql".formatted(changes);
    Files.writeString(resources.resolve(name), column(changes));
    Path changelog = resources.resolve("db/changelog.xml");
    String include = "<include file=\"%s\"/></databaseChangeLog>".formatted(name);
    Files.writeString(
        changelog, Files.readString(changelog).replace("</databaseChangeLog>", include));
    return again();
  }

  private static String column(int number) {
    return """
        --liquibase formatted sql
        --changeset benchmark:%1$d
        alter table content.todos add column note_%1$d text;
        comment on column content.todos.note_%1$d is 'What else there is to say.';
        --rollback alter table content.todos drop column note_%1$d;
        """
        .formatted(number);
  }

  /** Starts no database where nothing changed. */
  long again() throws IOException {
    return time("generate");
  }

  long check() throws IOException {
    return time("check");
  }

  void delete() throws IOException {
    delete(directory);
  }

  private long time(String command) throws IOException {
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(words(command)).directory(directory.toFile()).inheritIO().start();
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException("croft %s failed".formatted(command));
      }
      return System.nanoTime() - begin;
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private List<String> words(String command) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(JVM_OPTIONS);
    words.add("-Dot.epg.working-dir=" + unpacked);
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.croft.cli.Main"));
    words.addAll(List.of(command, "--package=com.example.todo.schema", "--schema=content"));
    words.addAll(List.of("--resources=" + resources, "--output=" + output));
    return words;
  }

  private static void delete(Path root) throws IOException {
    for (Path file : Files.exists(root) ? tree(root).reversed() : List.<Path>of()) {
      Files.delete(file);
    }
  }

  private static List<Path> tree(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.sorted(Comparator.naturalOrder()).toList();
    }
  }
}
