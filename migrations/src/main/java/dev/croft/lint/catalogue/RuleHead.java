package dev.croft.lint.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The comment lines before a query: {@code -- name: value}, and lines that continue a value. */
record RuleHead(Map<String, String> values) {

  static RuleHead of(List<String> lines) {
    Map<String, String> values = new LinkedHashMap<>();
    String name = "";
    for (String line : lines) {
      String text = line.substring(2).strip();
      int colon = text.indexOf(": ");
      if (colon > 0 && text.indexOf(' ') > colon) {
        name = text.substring(0, colon);
        values.put(name, text.substring(colon + 1).strip());
      } else {
        values.merge(name, text, (before, more) -> before + " " + more);
      }
    }
    return new RuleHead(values);
  }

  String value(String name) {
    return Optional.ofNullable(values.get(name))
        .orElseThrow(() -> new IllegalStateException("a rule has no line -- " + name + ":"));
  }
}
