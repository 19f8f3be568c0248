package dev.croft.fingerprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the last successful run read and wrote, by the fingerprints of both. */
public final class FingerprintFile {

  private final Path file;

  /** Kept in this file, which need not exist. */
  public FingerprintFile(Path file) {
    this.file = file;
  }

  /** Whether the last run read {@code inputs}, and what it wrote is {@code outputs} still. */
  public boolean matches(String inputs, String outputs) throws IOException {
    return Files.exists(file) && Files.readAllLines(file).equals(List.of(inputs, outputs));
  }

  /** After a successful run. */
  public void write(String inputs, String outputs) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(inputs, outputs));
  }

  /** Before a run, which may fail. */
  public void delete() throws IOException {
    Files.deleteIfExists(file);
  }
}
