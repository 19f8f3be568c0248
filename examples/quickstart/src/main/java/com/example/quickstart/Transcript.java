package com.example.quickstart;

import java.io.PrintStream;
import java.util.List;

/** What the reader of the story sees, on a terminal that is 100 columns wide. */
final class Transcript {
  private static final int WIDTH = 98;
  private static final String MARGIN = "    ";
  private static final String SQL_MARGIN = "      ";

  private final PrintStream out;
  private final ColumnLists columnLists = new ColumnLists();
  private int steps;
  private int statements;

  Transcript(PrintStream out) {
    this.out = out;
  }

  void chapter(String heading) {
    out.println();
    out.println(heading);
    out.println("-".repeat(heading.length()));
  }

  void step(String heading) {
    steps++;
    out.println();
    out.printf("%2d. %s%n", steps, heading);
  }

  void say(String text) {
    print(MARGIN, Wrap.lines(text, WIDTH - MARGIN.length(), "", ""));
  }

  void blank() {
    out.println();
  }

  void sql(String sql) {
    statements++;
    out.println();
    for (String clause : SqlText.clauses(sql)) {
      int width = WIDTH - SQL_MARGIN.length();
      print(SQL_MARGIN, SqlText.lines(columnLists.shortened(clause), width));
    }
  }

  /** Prints rows of cells, in columns. */
  void rows(List<List<String>> rows) {
    out.println();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(MARGIN).append("|");
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        line.append(' ').append(cell).repeat(" ", width(rows, column) - cell.length() + 1);
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  /** How many statements have been shown so far. */
  int statements() {
    return statements;
  }

  private void print(String margin, List<String> lines) {
    lines.forEach(line -> out.println(margin + line));
  }
}
