package dev.croft.documentation;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Texts and tables in Markdown, as GitHub reads it; each fits into one cell of a table. */
final class Markdown {
  private static final String OF_HTML = "<>&|\"";
  private static final String OF_MARKDOWN = "\\`*_[]~$#";

  private Markdown() {}

  /** Words that mean nothing to Markdown. */
  static String words(String text) {
    return escaped(oneLine(text), Markdown::inWords);
  }

  private static String inWords(int character) {
    if (OF_MARKDOWN.indexOf(character) >= 0) {
      return "\\" + Character.toString(character);
    }
    return OF_HTML.indexOf(character) >= 0 ? entity(character) : Character.toString(character);
  }

  private static String escaped(String text, IntFunction<String> escape) {
    return text.codePoints().mapToObj(escape).collect(joining());
  }

  /** Code. Between backticks nothing can be escaped, so some of it is written in HTML. */
  static String code(String text) {
    String line = oneLine(text);
    if (line.isEmpty()) {
      return "";
    }
    return line.chars().noneMatch(each -> each == '`' || each == '|')
        ? "`%s`".formatted(line)
        : "<code>%s</code>".formatted(escaped(line, Markdown::inCode));
  }

  private static String inCode(int character) {
    boolean isSpecial = OF_HTML.indexOf(character) >= 0 || OF_MARKDOWN.indexOf(character) >= 0;
    return isSpecial ? entity(character) : Character.toString(character);
  }

  private static String entity(int character) {
    return "&#%s;".formatted(character);
  }

  /** Blanks and line breaks are one blank. */
  private static String oneLine(String text) {
    return String.join(" ", text.strip().split("\\s+"));
  }

  static String table(List<String> headings, Stream<List<String>> rows) {
    StringBuilder table = new StringBuilder();
    line(table, headings);
    line(table, headings.stream().map(heading -> "---").toList());
    rows.forEach(row -> line(table, row));
    return table.toString();
  }

  private static void line(StringBuilder table, List<String> cells) {
    table.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
