package dev.croft.documentation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tables of a page, and what is in their cells. */
final class Grid {
  private Grid() {}

  /**
   * A table that scrolls by itself where it is too wide, and whose rows are blocks where the screen
   * is narrow. The roles are those of the elements, which lose them as blocks.
   */
  static Element of(String label, List<String> headings, Stream<Element> rows) {
    Element head = Element.of("tr").with("role", "row").add(headings.stream().map(Grid::heading));
    Element body = Element.of("tbody").with("role", "rowgroup");
    Element table =
        Element.of("table", Element.of("thead", head).with("role", "rowgroup"), body)
            .with("role", "table")
            .with("aria-label", label);
    body.add(rows.map(row -> labelled(row, headings)));
    return Element.of("div", table).css("scroll");
  }

  private static Element heading(String text) {
    return Element.text("th", text).with("scope", "col").with("role", "columnheader");
  }

  private static Element labelled(Element row, List<String> headings) {
    List<Element> cells = row.children();
    for (int cell = 0; cell < cells.size(); cell++) {
      cells.get(cell).with("data-label", headings.get(cell));
    }
    return row;
  }

  static Element row(Element first, Element... others) {
    return Element.of("tr", Element.of("th", first).with("scope", "row").with("role", "rowheader"))
        .with("role", "row")
        .add(Stream.of(others).map(Grid::cell));
  }

  private static Element cell(Element content) {
    return Element.of("td", content).with("role", "cell").css(content.isEmpty() ? "empty" : "");
  }

  static Element code(String text) {
    return Element.text("code", text);
  }

  static Element words(String text) {
    return Element.text("span", text);
  }

  static Element badge(String kind, String text) {
    return Element.text("span", text).css("badge " + kind);
  }

  static Element link(String anchor, String text) {
    return Element.text("a", text).with("href", "#" + anchor);
  }

  /** A part of a table's section; empty if there are no rows. */
  static Optional<Element> part(
      Relation relation, String title, List<String> headings, List<Element> rows) {
    return table(relation, title, headings, rows).map(table -> part(title, table));
  }

  static Optional<Element> table(
      Relation relation, String title, List<String> headings, List<Element> rows) {
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(of("%s of %s".formatted(title, relation.name()), headings, rows.stream()));
  }

  static Element part(String title, Element content) {
    return Element.of("div", Element.text("h4", title), content).css("part");
  }
}
