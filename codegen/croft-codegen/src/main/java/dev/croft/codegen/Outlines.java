package dev.croft.codegen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads the outlines that generated tables carry: from sources, or from classes without loading
 * them.
 */
final class Outlines {

  private static final int UTF8 = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;

  private Outlines() {}

  /** The lines of the outline, if the text is that of a table class. */
  static Optional<List<String>> ofSource(String text) {
    int begin = text.indexOf(TableOutline.FIELD + " =");
    if (begin < 0) {
      return Optional.empty();
    }
    return Optional.of(
        text.substring(begin)
            .lines()
            .skip(1)
            .map(String::strip)
            .takeWhile(line -> line.contains("\""))
            .map(line -> line.substring(line.indexOf('"') + 1, line.lastIndexOf("\\n\"")))
            .map(String::translateEscapes)
            .toList());
  }

  /**
   * The outlines of the tables that have classes, by the name of the table.
   *
   * @param classes a directory or a jar
   */
  static Map<String, List<String>> ofClasses(Path classes, String packageName) throws IOException {
    if (Files.isDirectory(classes)) {
      return ofTree(classes.resolve(packageName.replace('.', '/')));
    }
    try (FileSystem jar = FileSystems.newFileSystem(classes)) {
      return ofTree(jar.getPath(packageName.replace('.', '/')));
    }
  }

  private static Map<String, List<String>> ofTree(Path root) throws IOException {
    Map<String, List<String>> outlines = new TreeMap<>();
    if (!Files.isDirectory(root)) {
      return outlines;
    }
    for (Path file : files(root, ".class")) {
      ofClass(file).ifPresent(lines -> outlines.put(name(lines), lines));
    }
    return outlines;
  }

  /** The tables whose outlines differ. */
  static List<Difference> differences(
      Map<String, List<String>> code, Map<String, List<String>> changelogs) {
    List<Difference> differences = new ArrayList<>();
    changelogs.forEach(
        (table, outline) -> {
          List<String> old = code.get(table);
          if (old == null) {
            differences.add(Difference.missing(table));
          } else if (!old.equals(outline)) {
            differences.add(Difference.changed(table, old, outline));
          }
        });
    code.keySet().stream()
        .filter(table -> !changelogs.containsKey(table))
        .forEach(table -> differences.add(Difference.stale(table)));
    return differences;
  }

  private static List<Path> files(Path root, String ending) throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  /** The name of the table that an outline is of. */
  static String name(List<String> outline) {
    return outline.getFirst().substring(TableOutline.BEGINNING.length());
  }

  private static Optional<List<String>> ofClass(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DataInputStream data = new DataInputStream(in)) {
      data.skipNBytes(8);
      int count = data.readUnsignedShort();
      for (int index = 1; index < count; index++) {
        int tag = data.readUnsignedByte();
        if (tag == UTF8) {
          String text = data.readUTF();
          if (text.startsWith(TableOutline.BEGINNING)) {
            return Optional.of(text.lines().toList());
          }
        } else {
          data.skipNBytes(size(tag));
          index += tag == LONG || tag == DOUBLE ? 1 : 0;
        }
      }
      return Optional.empty();
    }
  }

  /** Of an entry of the constant pool, without its tag: section 4.4 of the JVM's specification. */
  private static int size(int tag) {
    return switch (tag) {
      case LONG, DOUBLE -> 8;
      case 7, 8, 16, 19, 20 -> 2;
      case 15 -> 3;
      default -> 4;
    };
  }

  /** As {@link #ofSource}, of each file that is a table's, by the name of the table. */
  static Map<String, List<String>> ofSources(Path root) throws IOException {
    Map<String, List<String>> outlines = new TreeMap<>();
    for (Path file : files(root, ".java")) {
      ofSource(Files.readString(file, UTF_8)).ifPresent(lines -> outlines.put(name(lines), lines));
    }
    return outlines;
  }
}
