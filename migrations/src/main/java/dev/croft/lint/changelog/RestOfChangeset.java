package dev.croft.lint.changelog;

import dev.croft.lint.changelog.Changeset.Deed;
import dev.croft.lint.sql.Effect;
import dev.croft.lint.sql.Effect.Kind;
import java.util.ArrayList;
import java.util.List;

/** What a changeset does beside the one thing that is to be done otherwise. */
final class RestOfChangeset {
  private static final String NOTE =
      "-- Its rollback must not take back what the changesets after it do.";

  private final Deed deed;
  private final String part;
  private final String statement;

  RestOfChangeset(Deed deed) {
    this.deed = deed;
    part = deed.effect().part();
    statement = deed.statement().sql();
  }

  /** Whether it does nothing else. */
  boolean isEmpty() {
    return isWholeStatement()
        && deed.changeset().statements().stream()
            .allMatch(each -> each.equals(deed.statement()) || each.has(Kind.SET_LOCK_TIMEOUT));
  }

  /** Whether its text can be edited: it is SQL, and runs as it is written. */
  boolean isWritten() {
    return text().contains(statement);
  }

  /** The lines of the changeset with this action in place of the one. */
  List<String> with(String action) {
    return withStatement(statement.replace(part, action));
  }

  /** The lines of the changeset without it. */
  List<String> without() {
    List<String> lines = withStatement(isWholeStatement() ? "" : withoutPart());
    lines.add(1, NOTE);
    return lines;
  }

  private boolean isWholeStatement() {
    return deed.statement().effects().stream().map(Effect::part).allMatch(part::equals);
  }

  /** With one of the commas beside it. */
  private String withoutPart() {
    int from = statement.indexOf(part);
    String before = statement.substring(0, from).stripTrailing();
    String after = statement.substring(from + part.length()).stripLeading();
    return after.startsWith(",")
        ? statement.substring(0, from) + after.substring(1).stripLeading()
        : before.substring(0, before.length() - 1) + after;
  }

  /** The lines of the changeset with this in place of the statement. */
  List<String> withStatement(String replacement) {
    String text = text();
    int from = text.indexOf(statement, startOf(deed.statement().line(), text));
    String after = text.substring(from + statement.length());
    boolean isGone = replacement.isEmpty() && after.startsWith(";");
    String rest = isGone ? after.substring(after.startsWith(";\n") ? 2 : 1) : after;
    return new ArrayList<>((text.substring(0, from) + replacement + rest).lines().toList());
  }

  private String text() {
    return String.join("\n", deed.changeset().lines());
  }

  private int startOf(int line, String text) {
    int start = 0;
    for (int i = deed.changeset().line(); i < line; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    return start;
  }
}
