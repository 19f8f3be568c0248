package dev.croft.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the last successful run read and wrote. */
final class FingerprintFile {

  private final Path file;

  FingerprintFile(Path file) {
    this.file = file;
  }

  boolean matches(String inputs, String outputs) throws IOException {
    return Files.exists(file) && Files.readAllLines(file).equals(List.of(inputs, outputs));
  }

  void write(String inputs, String outputs) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(inputs, outputs));
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }
}
