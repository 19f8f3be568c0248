package dev.croft.cli;

import dev.croft.documentation.SchemaDocumentation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a description of a schema goes. */
final class DocsFile {
  private final Path name;
  private final Path file;
  private final Surroundings surroundings;

  DocsFile(Path name, Surroundings surroundings) {
    this.name = name;
    this.file = surroundings.resolve(name);
    this.surroundings = surroundings;
  }

  String name() {
    return name.toString().replace('\\', '/');
  }

  boolean isStandardOutput() {
    return name.toString().equals("-");
  }

  /** What is written again is lost for nobody. */
  void refuseUnlessOurs(boolean isForced) {
    if (isStandardOutput() || isForced || Files.notExists(file)) {
      return;
    }
    try {
      if (!SchemaDocumentation.isItself(Files.readString(file))) {
        throw new OverwriteRefusedException(name());
      }
    } catch (IOException e) {
      throw failed("cannot be read", e);
    }
  }

  void write(String text) {
    if (isStandardOutput()) {
      surroundings.out().print(text);
      surroundings.out().flush();
      return;
    }
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw failed("cannot be written", e);
    }
  }

  private FileException failed(String fact, IOException cause) {
    return new FileException(
        "The schema was not described",
        "%s %s, %s".formatted(name(), fact, cause.getClass().getSimpleName()),
        "Name another file by --output.",
        cause);
  }
}
