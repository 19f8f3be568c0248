package dev.croft.lint.changelog;

import dev.croft.lint.changelog.Changeset.Deed;
import dev.croft.lint.sql.Step;
import java.util.ArrayList;
import java.util.List;

/** Changesets to be pasted in place of one that breaks a rule. */
final class Fix {
  private Fix() {}

  /**
   * One changeset a step, each for a file of its own; empty without steps. What else the changeset
   * does stays in it, and is printed where it is SQL.
   */
  static String of(Deed deed) {
    List<Step> steps = deed.effect().steps();
    RestOfChangeset rest = new RestOfChangeset(deed);
    if (steps.isEmpty()) {
      return "";
    }
    return rest.isEmpty() || !rest.isWritten()
        ? alone(deed.changeset(), steps, rest.isEmpty() ? 1 : 2)
        : among(deed.changeset(), steps, rest);
  }

  /** The changeset with statements in place of one; empty where it does not run as written. */
  static String withStatements(Deed deed, List<String> statements) {
    RestOfChangeset rest = new RestOfChangeset(deed);
    return rest.isWritten() ? text(rest.withStatement(String.join(";\n", statements))) : "";
  }

  private static String alone(Changeset changeset, List<Step> steps, int first) {
    List<String> changesets = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      changesets.add(changeset(changeset, steps.get(i), String.valueOf(first + i)));
    }
    return String.join("\n", changesets);
  }

  private static String among(Changeset changeset, List<Step> steps, RestOfChangeset rest) {
    List<String> changesets = new ArrayList<>();
    if (steps.stream().allMatch(each -> each.action().isEmpty())) {
      changesets.add(text(rest.without()));
    }
    boolean isBefore = changesets.isEmpty();
    for (Step step : steps) {
      boolean isHere = !step.action().isEmpty();
      isBefore &= !isHere;
      String place = isBefore ? "before" : String.valueOf(changesets.size() + 1);
      changesets.add(isHere ? text(rest.with(step.action())) : changeset(changeset, step, place));
    }
    return String.join("\n", changesets);
  }

  /** The changeset with something added to its header. */
  static String withAttribute(Changeset changeset, String attribute) {
    if (changeset.lines().isEmpty()) {
      return "";
    }
    List<String> lines = new ArrayList<>(changeset.lines());
    lines.set(0, lines.getFirst() + " " + attribute);
    return text(lines);
  }

  /** The changeset with a line below its header. */
  static String withFirstLine(Changeset changeset, String line) {
    if (changeset.lines().isEmpty()) {
      return "";
    }
    List<String> lines = new ArrayList<>(changeset.lines());
    lines.add(1, line);
    return text(lines);
  }

  /** The changeset with lines at its end. */
  static String withLastLines(Changeset changeset, List<String> last) {
    if (changeset.lines().isEmpty() || last.isEmpty()) {
      return "";
    }
    return changeset.lines().stream().reduce((a, b) -> a + "\n" + b).orElse("").stripTrailing()
        + "\n\n"
        + text(last);
  }

  private static String changeset(Changeset changeset, Step step, String place) {
    String header =
        "--changeset %s:%s%s%s"
            .formatted(
                quoted(changeset.written().id().author()),
                quoted(changeset.written().id().id() + (place.equals("1") ? "" : "_" + place)),
                step.isInTransaction() ? "" : " runInTransaction:false",
                note(place));
    String rollback = step.rollback().isEmpty() ? "--rollback not required" : "--rollback %s;";
    return "%s%n%s;%n%n%s%n"
        .formatted(header, step.sql(), rollback.formatted(step.rollback()))
        .replace("\r\n", "\n");
  }

  private static String note(String place) {
    return switch (place) {
      case "1" -> "";
      case "before" -> "\n-- In a file of its own, before the next one.";
      default -> "\n-- In a file of its own, after the one before.";
    };
  }

  private static String quoted(String word) {
    return word.contains(" ") || word.contains(":") ? "\"" + word + "\"" : word;
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines).stripTrailing() + "\n";
  }
}
