package dev.croft.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One way in which code is behind the changelogs.
 *
 * @param subject a file of a source root, or a table of compiled code
 * @param facts what differs, in words; none where nothing but the form of the code does
 */
public record Difference(Kind kind, String subject, List<String> facts) {

  /** How. */
  public enum Kind {
    /** The changelogs make it, and the code has it not. */
    MISSING,
    /** The code has it, and the changelogs make it no longer. */
    STALE,
    /** Both have it, each its own. */
    CHANGED
  }

  /** A copy is kept of the facts. */
  public Difference {
    facts = List.copyOf(facts);
  }

  static Difference missing(String subject) {
    return new Difference(Kind.MISSING, subject, List.of());
  }

  static Difference stale(String subject) {
    return new Difference(Kind.STALE, subject, List.of());
  }

  /** What two outlines of a table say differently. */
  static Difference changed(String subject, List<String> code, List<String> changelogs) {
    Map<String, String> old = bySubject(code);
    Map<String, String> fresh = bySubject(changelogs);
    TreeSet<String> subjects = new TreeSet<>(old.keySet());
    subjects.addAll(fresh.keySet());
    List<String> facts = new ArrayList<>();
    for (String each : subjects) {
      String before = old.getOrDefault(each, "");
      String after = fresh.getOrDefault(each, "");
      if (!before.equals(after)) {
        facts.add(
            "%s: %s in the changelogs, %s in the code".formatted(each, said(after), said(before)));
      }
    }
    return new Difference(Kind.CHANGED, subject, facts);
  }

  private static String said(String words) {
    return words.isEmpty() ? "absent" : words;
  }

  /** "column title text not null" is what "column title" is. */
  private static Map<String, String> bySubject(List<String> outline) {
    Map<String, String> facts = new TreeMap<>();
    for (String line : outline) {
      String[] words = line.split(" ", -1);
      int named =
          switch (words[0]) {
            case "column", "unique" -> 2;
            case "foreign" -> 3;
            case "primary" -> 2;
            default -> 1;
          };
      int end = String.join(" ", List.of(words).subList(0, named)).length();
      facts.put(line.substring(0, end), line.substring(end).strip());
    }
    return facts;
  }
}
