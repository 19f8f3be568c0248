package com.example.quickstart;

import java.util.ArrayList;
import java.util.List;

/** Breaks text between words. */
final class Wrap {
  private Wrap() {}

  /** Lines of {@code width}; the first begins with {@code start}, the others with {@code hang}. */
  static List<String> lines(String text, int width, String start, String hang) {
    List<String> lines = new ArrayList<>();
    String line = start;
    String separator = "";
    for (String word : text.split(" ", -1)) {
      if (line.length() + separator.length() + word.length() > width && !separator.isEmpty()) {
        lines.add(line);
        line = hang;
        separator = "";
      }
      line += separator + word;
      separator = " ";
    }
    lines.add(line);
    return lines;
  }
}
