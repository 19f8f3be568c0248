package dev.croft.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Environment variables and, behind them, the lines of a file such as {@code .env}. */
final class Settings {
  private static final Path STANDARD_FILE = Path.of(".env");
  private static final Pattern LINE =
      Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");
  private static final Pattern QUOTED = Pattern.compile("(['\"])(.*)\\1(?:\\s+#.*)?");

  private final Map<String, String> environment;
  private final Map<String, String> file;

  private Settings(Map<String, String> environment, Map<String, String> file) {
    this.environment = environment;
    this.file = file;
  }

  /** The environment, completed by the file that is named, or by {@code .env} if there is one. */
  static Settings in(Surroundings surroundings, @Nullable Path named) {
    return of(
        surroundings.environment(),
        surroundings.resolve(named == null ? STANDARD_FILE : named),
        named != null);
  }

  /** All of them. */
  Map<String, String> all() {
    Map<String, String> all = new TreeMap<>(file);
    all.putAll(environment);
    return all;
  }

  private static Settings of(Map<String, String> environment, Path file, boolean isRequired) {
    try {
      return new Settings(environment, parse(file));
    } catch (NoSuchFileException e) {
      if (isRequired) {
        throw new FileException(
            "The settings were not read", file + " does not exist", "See --env-file.", e);
      }
      return new Settings(environment, Map.of());
    } catch (IOException e) {
      throw new FileException(
          "The settings were not read", file.toString(), "See that it is a file of text.", e);
    }
  }

  /** The value, if there is one and it is not blank. */
  Optional<String> find(String name) {
    return Optional.ofNullable(environment.getOrDefault(name, file.get(name)))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private static Map<String, String> parse(Path file) throws IOException {
    Map<String, String> values = new HashMap<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.isBlank() || line.strip().startsWith("#")) {
        continue;
      }
      Matcher matcher = LINE.matcher(line.strip());
      if (!matcher.matches()) {
        throw new UsageException(
            "The settings were not read",
            "line %d of %s is not NAME=value".formatted(number, file),
            "Correct it, or begin it with #.");
      }
      values.put(matcher.group(1), value(matcher.group(2)));
    }
    return values;
  }

  /** Quotes are taken off; what follows a blank and # is a comment. */
  private static String value(String text) {
    Matcher quoted = QUOTED.matcher(text);
    return quoted.matches() ? quoted.group(2) : text.replaceFirst("\\s+#.*", "");
  }
}
