package dev.croft.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * What a run of the command line finds around itself.
 *
 * @param directory what relative paths are relative to
 * @param err for progress and failures
 */
record Surroundings(
    Map<String, String> environment, Path directory, PrintWriter out, PrintWriter err) {

  static Surroundings ofThisProcess() {
    return new Surroundings(
        System.getenv(),
        Path.of("").toAbsolutePath(),
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8));
  }

  Path resolve(Path path) {
    return directory.resolve(path.toString()).normalize();
  }

  /** The shortest name that leads to the file from here, with slashes. */
  String nameOf(Path file) {
    boolean isOnThisDrive = Objects.equals(file.getRoot(), directory.getRoot());
    Path shortest = isOnThisDrive ? directory.relativize(file) : file;
    return shortest.toString().replace('\\', '/');
  }
}
