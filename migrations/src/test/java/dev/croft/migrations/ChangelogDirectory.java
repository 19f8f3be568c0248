package dev.croft.migrations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A directory with a master changelog that includes the SQL files written to it, in order. */
final class ChangelogDirectory {
  static final String MASTER = "changelog.yaml";

  private final Path directory;
  private final List<String> files = new ArrayList<>();

  ChangelogDirectory(Path directory) {
    this.directory = directory;
  }

  /** Writes a file of one changeset, named after the file. */
  ChangelogDirectory changeset(String name, String sql, String rollback) {
    return file(
        name + ".sql",
        "--liquibase formatted sql\n--changeset croft:%s\n%s\n--rollback %s\n"
            .formatted(name, sql, rollback));
  }

  ChangelogDirectory file(String name, String text) {
    write(name, text);
    return include(name);
  }

  /** Includes a file of this directory or of the class path. */
  ChangelogDirectory include(String name) {
    if (!files.contains(name)) {
      files.add(name);
    }
    return writeMaster();
  }

  /** Writes a file that is not included. */
  void plain(String name, String text) {
    write(name, text);
  }

  ChangelogDirectory without(String name) {
    files.remove(name + ".sql");
    return writeMaster();
  }

  Path path() {
    return directory;
  }

  private ChangelogDirectory writeMaster() {
    StringBuilder master = new StringBuilder("databaseChangeLog:\n");
    files.forEach(file -> master.append("  - include:\n      file: ").append(file).append('\n'));
    write(MASTER, master.toString());
    return this;
  }

  private void write(String name, String text) {
    try {
      Files.writeString(directory.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
