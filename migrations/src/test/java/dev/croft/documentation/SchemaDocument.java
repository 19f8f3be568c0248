package dev.croft.documentation;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@code docs/schema.md} declares. */
record SchemaDocument(String text) {
  static final Path PATH = Path.of("docs", "schema.md");

  private static final Pattern SECTION =
      Pattern.compile("^### `([a-z_.]+)`\n\n((?:- .*\n)+)", Pattern.MULTILINE);
  private static final Pattern LINE =
      Pattern.compile("^- \\*\\*(.*?)\\*\\*: (.*)$", Pattern.MULTILINE);
  private static final Pattern COLUMNS = Pattern.compile("`([^`]+)`");
  private static final Pattern DEPENDENCY = Pattern.compile("`([^`]+)` → `([^`]+)`");
  private static final Pattern KEPT = Pattern.compile("`([^`]+)` → `([^`]+)`, by `([^`]+)`");
  private static final Pattern NAME =
      Pattern.compile("^\\| `(\\w+)` \\| (.*?) \\| (.+) \\|$", Pattern.MULTILINE);
  private static final Pattern VIEW = Pattern.compile("^View `([^`]+)`: ", Pattern.MULTILINE);
  private static final Set<String> LINES =
      Set.of("Keys", "Keys of some rows", "Dependencies", "Exception", "Normal form", "Why");

  static SchemaDocument read() {
    try {
      return new SchemaDocument(Files.readString(PATH));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sections, each on a table of the catalogue. */
  List<Section> sections(List<Table> tables) {
    return SECTION
        .matcher(text)
        .results()
        .map(found -> section(named(found.group(1), tables), lines(found.group(2))))
        .toList();
  }

  private static Table named(String name, List<Table> tables) {
    return tables.stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("a section on no table: " + name));
  }

  private static Map<String, String> lines(String section) {
    Map<String, String> lines = new LinkedHashMap<>();
    LINE.matcher(section).results().forEach(line -> lines.put(line.group(1), line.group(2)));
    if (!LINES.containsAll(lines.keySet()) || lines.size() < section.lines().count()) {
      throw new AssertionError("a line that is not understood:\n" + section);
    }
    return lines;
  }

  private Section section(Table table, Map<String, String> lines) {
    return new Section(
        table,
        rowColumns().stream().filter(table.columnNames()::contains).toList(),
        lists(lines.getOrDefault("Keys", "")),
        lists(lines.getOrDefault("Keys of some rows", "")),
        dependencies(lines.getOrDefault("Dependencies", "")),
        exceptions(lines.getOrDefault("Exception", "")),
        lines.getOrDefault("Normal form", ""),
        lines.getOrDefault("Why", ""));
  }

  private static List<Dependency> dependencies(String line) {
    return DEPENDENCY.matcher(line).results().map(SchemaDocument::dependency).toList();
  }

  private static List<Section.Kept> exceptions(String line) {
    return KEPT.matcher(line)
        .results()
        .map(found -> new Section.Kept(dependency(found), found.group(3)))
        .toList();
  }

  private static Dependency dependency(MatchResult found) {
    return Dependency.of(list(found.group(1)), list(found.group(2)));
  }

  private static Set<List<String>> lists(String line) {
    return COLUMNS
        .matcher(line)
        .results()
        .map(found -> list(found.group(1)))
        .collect(toCollection(LinkedHashSet::new));
  }

  private static List<String> list(String columns) {
    return Arrays.asList(columns.split(", "));
  }

  private List<String> rowColumns() {
    Matcher line = Pattern.compile("^Row columns: `(.*)`$", Pattern.MULTILINE).matcher(text);
    if (!line.find()) {
      throw new AssertionError("no line on row columns");
    }
    return list(line.group(1));
  }

  Set<String> views() {
    return VIEW.matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(toCollection(LinkedHashSet::new));
  }

  /** The names that are explained, each with the tables in which it is borne. */
  Map<String, Set<String>> names() {
    Map<String, Set<String>> names = new LinkedHashMap<>();
    NAME.matcher(text)
        .results()
        .forEach(
            row ->
                names.put(
                    row.group(1),
                    COLUMNS
                        .matcher(row.group(2))
                        .results()
                        .map(table -> table.group(1))
                        .collect(toCollection(LinkedHashSet::new))));
    return names;
  }

  /** This document, with a generated part renewed. */
  SchemaDocument with(String part, String content) {
    Matcher old =
        Pattern.compile(
                "(<!-- generated: %1$s -->\n).*(<!-- end of generated: %1$s -->\n)".formatted(part),
                Pattern.DOTALL)
            .matcher(text);
    if (!old.find()) {
      throw new AssertionError("no place for the generated part " + part);
    }
    return new SchemaDocument(old.replaceFirst("$1" + Matcher.quoteReplacement(content) + "$2"));
  }
}
