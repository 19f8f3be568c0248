package dev.croft.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The generated files of a source root. Files that bear no header of ours are not touched. */
final class GeneratedFiles {

  private static final String HEADER = " * " + NamingStrategy.HEADER;

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

  /** How this root's generated files differ from {@code fresh}; their names have slashes. */
  List<Difference> differencesFrom(GeneratedFiles fresh) throws IOException {
    List<Path> wanted = fresh.list();
    List<Difference> differences = new ArrayList<>();
    for (Path file : wanted) {
      compare(file, fresh).ifPresent(differences::add);
    }
    list().stream()
        .filter(file -> !wanted.contains(file))
        .forEach(file -> differences.add(Difference.stale(name(file))));
    return differences;
  }

  private Optional<Difference> compare(Path file, GeneratedFiles fresh) throws IOException {
    if (!Files.exists(root.resolve(file))) {
      return Optional.of(Difference.missing(name(file)));
    }
    String code = text(root.resolve(file));
    String wanted = text(fresh.root.resolve(file));
    return code.equals(wanted)
        ? Optional.empty()
        : Optional.of(
            Difference.changed(
                name(file),
                Outlines.ofSource(code).orElse(List.of()),
                Outlines.ofSource(wanted).orElse(List.of())));
  }

  private static String name(Path file) {
    return file.toString().replace('\\', '/');
  }

  /** Line ends aside: a version control system may have its own. */
  private static String text(Path file) throws IOException {
    return Files.readString(file).replace("\r\n", "\n");
  }

  private static boolean copy(Path from, Path to) throws IOException {
    if (Files.exists(to) && text(from).equals(text(to))) {
      return false;
    }
    Files.createDirectories(to.getParent());
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    return true;
  }

  /** Their paths below the root, in order. */
  List<Path> list() throws IOException {
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
    try (var lines = Files.newBufferedReader(file)) {
      return "/*".equals(lines.readLine()) && HEADER.equals(lines.readLine());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
