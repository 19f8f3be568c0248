package dev.croft.cli;

import static java.util.stream.Collectors.toSet;

import dev.croft.codegen.Codegen;
import dev.croft.codegen.CodegenRequest;
import dev.croft.fingerprint.ChangelogPath;
import dev.croft.fingerprint.Fingerprint;
import dev.croft.fingerprint.FingerprintFile;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the classes below a source root were generated from. To lose it costs one generation. */
final class GenerationRecord {
  private static final Logger LOG = LoggerFactory.getLogger(GenerationRecord.class);
  private static final List<String> TOOLS =
      List.of(
          "org/jooq/codegen/JavaGenerator.class",
          "org/jooq/meta/Database.class",
          "liquibase/Scope.class",
          "org/postgresql/Driver.class");

  private final CodegenRequest request;
  private final Path directory;
  private final FingerprintFile file;
  private final Optional<String> inputs;

  /** Of what there is now: what is edited while the generator runs, it may not have read. */
  GenerationRecord(CodegenRequest request, Path directory) {
    this.request = request;
    this.directory = directory;
    String name = new Fingerprint().text(request.outputDirectory().toString()).value();
    this.file = new FingerprintFile(directory.resolve(name));
    this.inputs = inputs(request);
  }

  /** Whether the same would be generated again. */
  boolean isUpToDate() {
    try {
      return inputs.isPresent() && file.matches(inputs.get(), outputs());
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("no record of the last generation was read", e);
      return false;
    }
  }

  /** After it was generated. */
  void keep() {
    if (inputs.isEmpty()) {
      return;
    }
    try {
      file.write(inputs.get(), outputs());
      Files.writeString(directory.resolve(".gitignore"), "*\n");
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("no record of this generation was kept", e);
    }
  }

  private String outputs() throws IOException {
    Set<String> generated =
        Codegen.files(request.outputDirectory()).stream()
            .map(each -> each.toString().replace('\\', '/'))
            .collect(toSet());
    return new Fingerprint().files(request.outputDirectory(), generated::contains).value();
  }

  private static Optional<String> inputs(CodegenRequest request) {
    try {
      return Optional.of(fingerprint(request));
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("what the generation depends on was not read", e);
      return Optional.empty();
    }
  }

  private static String fingerprint(CodegenRequest request) throws IOException {
    ChangelogPath changelog = new ChangelogPath(request.changelog());
    Fingerprint inputs =
        new Fingerprint()
            .text(changelog.name())
            .text(request.packageName())
            .text(String.join(",", request.schemas()));
    if (request.jooq().isPresent()) {
      inputs.text(Files.readString(request.jooq().get()));
    }
    for (Path directory : request.resources()) {
      inputs.files(directory, changelog::mayRead);
    }
    addGenerator(inputs);
    return inputs.value();
  }

  /** The class path; and what the manifest of a jar on it led to. */
  private static void addGenerator(Fingerprint inputs) throws IOException {
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      inputs.text(entry);
      if (Files.isDirectory(path)) {
        inputs.classes(path);
      } else if (Files.exists(path)) {
        inputs.text("%s, %s".formatted(Files.size(path), Files.getLastModifiedTime(path)));
      }
    }
    for (String tool : TOOLS) {
      inputs.text(String.valueOf(GenerationRecord.class.getClassLoader().getResource(tool)));
    }
  }
}
