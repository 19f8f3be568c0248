package dev.croft.lint.report;

import java.util.ArrayList;
import java.util.List;

/**
 * That an object may break a rule: {@code croft:allow rule reason}, in the object's comment.
 *
 * @param rule the id of the rule
 * @param reason empty if none was given, and then nothing is allowed
 */
public record Allowance(String rule, String reason) {
  private static final String MARK = "croft:allow";

  /** The allowances of a comment: each reaches to the end of its line, or to a tag. */
  public static List<Allowance> in(String comment) {
    List<Allowance> allowances = new ArrayList<>();
    for (String line : comment.lines().toList()) {
      int mark = line.indexOf(MARK);
      while (mark >= 0) {
        int next = line.indexOf(MARK, mark + MARK.length());
        String words = line.substring(mark + MARK.length(), next < 0 ? line.length() : next);
        allowances.add(of(beforeTag(words)));
        mark = next;
      }
    }
    return allowances;
  }

  /** Whether it says why. */
  public boolean isReasoned() {
    return !reason.isEmpty();
  }

  private static Allowance of(String words) {
    String[] parts = words.strip().split("\\s+", 2);
    return new Allowance(parts[0], parts.length < 2 ? "" : parts[1].strip());
  }

  private static String beforeTag(String words) {
    int tag = words.indexOf(" @");
    return tag < 0 ? words : words.substring(0, tag);
  }
}
