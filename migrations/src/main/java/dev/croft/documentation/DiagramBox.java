package dev.croft.documentation;

import java.util.List;
import java.util.stream.Stream;

/**
 * A table of a diagram, before it has a place. Its font is monospaced, so that its size is known.
 *
 * @param title the name of the table, with its namespace where that is another one
 * @param rows none where the table belongs to another diagram
 */
record DiagramBox(String name, String title, List<Row> rows) {
  static final int HEAD = 30;
  static final int ROW = 20;
  static final int GUTTER = 34;

  private static final int PADDING = 12;
  private static final int GAP = 18;
  private static final double CHARACTER = 7.3;
  private static final double TITLE_CHARACTER = 7.9;

  /**
   * @param marks what keys the column is part of
   */
  record Row(String column, String type, List<String> marks, boolean isOptional) {
    String shownType() {
      return isOptional ? type + "?" : type;
    }
  }

  static DiagramBox of(Table table) {
    return new DiagramBox(
        table.name(),
        table.ownName(),
        table.columns().stream()
            .map(
                column ->
                    new Row(
                        column.name(),
                        column.type(),
                        table.marks(column.name()),
                        column.isOptional()))
            .toList());
  }

  static DiagramBox elsewhere(String name) {
    return new DiagramBox(name, name, List.of());
  }

  int width() {
    double head = title.length() * TITLE_CHARACTER + 2 * PADDING;
    return (int)
        Math.ceil(
            Stream.concat(Stream.of(head), rows.stream().map(DiagramBox::width))
                .max(Double::compare)
                .orElseThrow());
  }

  private static double width(Row row) {
    return GUTTER + (row.column().length() + row.shownType().length()) * CHARACTER + GAP + PADDING;
  }

  int height() {
    return HEAD + rows.size() * ROW + (rows.isEmpty() ? 0 : PADDING / 2);
  }

  /** How far down a line ends that stands for this column. */
  int level(String column) {
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row).column().equals(column)) {
        return HEAD + row * ROW + ROW / 2;
      }
    }
    return HEAD / 2;
  }
}
