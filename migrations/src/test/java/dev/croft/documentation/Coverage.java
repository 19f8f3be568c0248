package dev.croft.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code docs/coverage.md}: what was asked for, by the system that asks. */
record Coverage(Map<String, List<Row>> systems) {
  static final Path FOLDER = Path.of("docs");

  private static final Pattern SYSTEM =
      Pattern.compile(
          "^## ([^\n]+)\n\n\\| column or rule \\|.*\n\\|.*\n((?:\\|.*\n)+)", Pattern.MULTILINE);
  private static final Pattern CELL = Pattern.compile("(?<=\\| )(.*?)(?= ?\\|)");
  private static final Pattern NAME =
      Pattern.compile("(rule |changeset |role )?`([^`]+)`|\\]\\(([^)]+)\\)");
  private static final Pattern TELLING =
      Pattern.compile("[a-z_]+[.][a-z_.]+(\\(\\))?|dev[.]croft[.].+|\\w+_(pk|fk|unique|check|idx)");
  private static final Pattern LATER = Pattern.compile("later: (events|placement|privacy|cache)");

  /** One column or rule that was asked for. */
  record Row(String asked, String where, String how) {

    boolean isAnswered() {
      if (where.equals("not so")) {
        return how.endsWith(".");
      }
      return LATER.matcher(where).find() || names(where).findAny().isPresent();
    }

    /** All that is named as the place, and in the explanation what is plainly a name. */
    List<String> names() {
      return Stream.concat(names(where), names(how).filter(name -> TELLING.matcher(name).matches()))
          .toList();
    }

    private static Stream<String> names(String cell) {
      return NAME.matcher(cell).results().map(Row::name);
    }

    private static String name(MatchResult found) {
      if (found.group(3) != null) {
        return "page " + found.group(3);
      }
      return (found.group(1) == null ? "" : found.group(1)) + found.group(2);
    }
  }

  static Coverage read() {
    try {
      return of(Files.readString(FOLDER.resolve("coverage.md")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Coverage of(String text) {
    Map<String, List<Row>> systems = new LinkedHashMap<>();
    SYSTEM
        .matcher(text)
        .results()
        .forEach(
            found ->
                systems.put(found.group(1), found.group(2).lines().map(Coverage::row).toList()));
    return new Coverage(systems);
  }

  private static Row row(String line) {
    List<String> cells = new ArrayList<>();
    CELL.matcher(line).results().forEach(cell -> cells.add(cell.group().strip()));
    if (cells.size() != 3) {
      throw new AssertionError("not three cells: " + line);
    }
    return new Row(cells.get(0), cells.get(1), cells.get(2));
  }

  List<Row> rows() {
    return systems.values().stream().flatMap(List::stream).toList();
  }
}
