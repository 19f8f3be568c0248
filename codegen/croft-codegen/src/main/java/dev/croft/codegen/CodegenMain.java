package dev.croft.codegen;

import dev.croft.migrations.MigrationException;
import dev.croft.postgres.PostgresException;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a generation as a process of its own. Its one argument is a properties file: {@code
 * changelog}, {@code packageName}, {@code schemas} (separated by commas), {@code outputDirectory},
 * {@code errorFile}, perhaps {@code resources}, directories of changelogs (separated as a class
 * path is) and {@code jooq}, a file of jOOQ's configuration; whatever follows {@code system.} is
 * set as a system property. A failure ends it with exit code 1 and its message in the error file.
 */
public final class CodegenMain {

  private static final Logger LOG = LoggerFactory.getLogger(CodegenMain.class);
  private static final String SYSTEM = "system.";

  private CodegenMain() {}

  /**
   * Generates, then ends the JVM. Its locale is that of no place: jOOQ makes names and finds types
   * by the JVM's own, and in Turkish the class of {@code items} would begin with a dotted I.
   */
  public static void main(String[] arguments) throws IOException {
    Locale.setDefault(Locale.ROOT);
    Properties options = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(arguments[0]))) {
      options.load(reader);
    }
    System.exit(run(options));
  }

  static int run(Properties options) throws IOException {
    options.stringPropertyNames().stream()
        .filter(name -> name.startsWith(SYSTEM))
        .forEach(
            name -> System.setProperty(name.substring(SYSTEM.length()), options.getProperty(name)));
    try {
      CodegenResult result = Codegen.run(request(options));
      LOG.info(
          "Table classes: {} written, {} unchanged, {} deleted",
          result.written(),
          result.unchanged(),
          result.deleted());
      return 0;
    } catch (CodegenException | MigrationException | PostgresException e) {
      return failed(options, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("The generator failed unexpectedly", e);
      return failed(options, "the generator failed unexpectedly: " + e);
    }
  }

  private static CodegenRequest request(Properties options) {
    return new CodegenRequest(
        option(options, "changelog"),
        option(options, "packageName"),
        list(option(options, "schemas"), ",").toList(),
        Path.of(option(options, "outputDirectory")),
        list(options.getProperty("resources", ""), File.pathSeparator).map(Path::of).toList(),
        Optional.ofNullable(options.getProperty("jooq")).map(Path::of));
  }

  private static Stream<String> list(String words, String separator) {
    return Stream.of(words.split(Pattern.quote(separator), -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty());
  }

  private static String option(Properties options, String name) {
    String value = options.getProperty(name);
    if (value == null) {
      throw new IllegalArgumentException("option %s is missing".formatted(name));
    }
    return value;
  }

  private static int failed(Properties options, String message) throws IOException {
    Files.writeString(Path.of(option(options, "errorFile")), message);
    return 1;
  }
}
