package dev.croft.lint.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One object that breaks one rule.
 *
 * @param object its kind and its qualified name, such as {@code table shop.orders}; of a file, its
 *     path
 * @param location where it is written, if that is known
 * @param problem what is wrong with it, a sentence without its full stop
 * @param fix SQL that can be pasted; empty where a person must decide, and the problem says what
 */
public record Finding(
    Rule rule, String object, Optional<Location> location, String problem, String fix) {

  /**
   * Worst first; of these first what makes a name that other fixes use, and last what takes one
   * away; then file by file, then by object.
   */
  static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding each) -> each.rule().severity())
          .thenComparingInt(Finding::step)
          .thenComparing(each -> each.location().map(Location::file).orElse(""))
          .thenComparing(each -> each.location().map(Location::line).orElse(0))
          .thenComparing(Finding::object)
          .thenComparing(each -> each.rule().id())
          .thenComparing(Finding::problem);

  private int step() {
    if (does(" rename ") || does(" drop column ")) {
      return 2;
    }
    return does(" add column ") ? 0 : 1;
  }

  /** What a rollback would do is not done. */
  private boolean does(String words) {
    return fix.lines().anyMatch(each -> !each.startsWith("--") && each.contains(words));
  }

  /** For a person: what, where, why, and the fix as it is pasted. Several lines. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("%s %s: %s%n".formatted(rule.severity().word(), rule.id(), place()));
    text.append("  %s.%n".formatted(problem));
    text.append("  Why: %s%n".formatted(rule.why()));
    if (!fix.isEmpty()) {
      text.append("  Fix:%n%s%n".formatted(fix.strip()));
    }
    return text.toString().replace("\r\n", "\n");
  }

  /** Where it is: the line of the file and the object, or the object alone. */
  public String place() {
    return location
        .map(at -> at.file().equals(object) ? at.toString() : at + ", " + object)
        .orElse(object);
  }

  /** The same for programs: texts and numbers by name. */
  public Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("rule", rule.id());
    facts.put("severity", rule.severity().word());
    facts.put("object", object);
    location.ifPresent(
        at -> {
          facts.put("file", at.file());
          facts.put("line", at.line());
        });
    facts.put("problem", problem);
    facts.put("why", rule.why());
    facts.put("fix", fix);
    return facts;
  }
}
