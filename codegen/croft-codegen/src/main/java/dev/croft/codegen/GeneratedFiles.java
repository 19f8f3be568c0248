package dev.croft.codegen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The generated files of a source root. Files that bear no header of ours are not touched. */
final class GeneratedFiles {

  private static final byte[] BEGINNING =
      "/*\n * %s\n".formatted(NamingStrategy.HEADER).getBytes(UTF_8);

  private final Path root;

  GeneratedFiles(Path root) {
    this.root = root;
  }

  /** Makes this root's generated files those of {@code fresh}, and writes only what differs. */
  CodegenResult replaceWith(GeneratedFiles fresh) throws IOException {
    List<Path> wanted = fresh.list();
    int written = 0;
    for (Path file : wanted) {
      written += copy(fresh.root.resolve(file), root.resolve(file)) ? 1 : 0;
    }
    List<Path> stale = list().stream().filter(file -> !wanted.contains(file)).toList();
    for (Path file : stale) {
      Files.delete(root.resolve(file));
    }
    return new CodegenResult(written, wanted.size() - written, stale.size());
  }

  private static boolean copy(Path from, Path to) throws IOException {
    byte[] content = Files.readAllBytes(from);
    if (Files.exists(to) && Arrays.equals(content, Files.readAllBytes(to))) {
      return false;
    }
    Files.createDirectories(to.getParent());
    Files.write(to, content);
    return true;
  }

  private List<Path> list() throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(GeneratedFiles::isGenerated).map(root::relativize).sorted().toList();
    }
  }

  private static boolean isGenerated(Path file) {
    if (!file.toString().endsWith(".java") || !Files.isRegularFile(file)) {
      return false;
    }
    try (var in = Files.newInputStream(file)) {
      return Arrays.equals(BEGINNING, in.readNBytes(BEGINNING.length));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
