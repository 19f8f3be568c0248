package com.example.quickstart;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Shows a long list of columns in full once, and shortened from then on. */
final class ColumnLists {
  private static final int LONG = 6;

  private final Set<String> shown = new HashSet<>();

  /** {@code clause}, or a shorter form of it if its list of columns was shown before. */
  String shortened(String clause) {
    boolean hasList = clause.startsWith("select ") || clause.startsWith("returning ");
    String list = clause.substring(clause.indexOf(' ') + 1);
    List<String> columns = List.of(list.split(", ", -1));
    if (!hasList || columns.size() < LONG || shown.add(list)) {
      return clause;
    }
    String word = clause.substring(0, clause.indexOf(' '));
    return "%s %s, [%d more columns]".formatted(word, columns.getFirst(), columns.size() - 1);
  }
}
