package dev.croft.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Files below a directory. */
final class SourceTree {
  private SourceTree() {}

  /** Their texts, by their names with slashes; none where there is no such directory. */
  static Map<String, String> texts(Path root) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    if (Files.exists(root)) {
      try (Stream<Path> walk = Files.walk(root)) {
        for (Path file : walk.filter(Files::isRegularFile).toList()) {
          texts.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        }
      }
    }
    return texts;
  }

  static void write(Map<String, String> texts, Path root) throws IOException {
    for (Map.Entry<String, String> each : texts.entrySet()) {
      Path file = root.resolve(each.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, each.getValue());
    }
  }
}
