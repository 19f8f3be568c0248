package dev.croft.lint.report;

import java.util.Locale;

/** How bad it is that a rule is broken, worst first. */
public enum Severity {
  /** It is unsafe, or will fail: {@code lint} fails. */
  ERROR,
  /** It will hurt in time: {@code lint --strict} fails. */
  WARNING,
  /** Worth a thought; nothing fails. */
  HINT;

  /** As it is written in reports and in the head of a rule: {@code error}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
