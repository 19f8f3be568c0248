package dev.croft.documentation;

import java.util.List;
import java.util.stream.Stream;

/** Texts and tables in Markdown, as GitHub reads it; each fits into one cell of a table. */
final class Markdown {
  private static final String OF_HTML = "<>&|\"";
  private static final String OF_MARKDOWN = "\\`*_[]~$#";

  private Markdown() {}

  /** Words that mean nothing to Markdown. */
  static String words(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char each : oneLine(text).toCharArray()) {
      if (OF_MARKDOWN.indexOf(each) >= 0) {
        escaped.append('\\').append(each);
      } else {
        escaped.append(OF_HTML.indexOf(each) >= 0 ? entity(each) : String.valueOf(each));
      }
    }
    return escaped.toString();
  }

  /** Code. Between backticks nothing can be escaped, so some of it is written in HTML. */
  static String code(String text) {
    String line = oneLine(text);
    if (line.isEmpty()) {
      return "";
    }
    return line.chars().noneMatch(each -> each == '`' || each == '|')
        ? "`%s`".formatted(line)
        : "<code>%s</code>".formatted(entities(line));
  }

  private static String entities(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char each : text.toCharArray()) {
      boolean isSpecial = OF_HTML.indexOf(each) >= 0 || OF_MARKDOWN.indexOf(each) >= 0;
      escaped.append(isSpecial ? entity(each) : String.valueOf(each));
    }
    return escaped.toString();
  }

  private static String entity(char character) {
    return "&#%d;".formatted((int) character);
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
