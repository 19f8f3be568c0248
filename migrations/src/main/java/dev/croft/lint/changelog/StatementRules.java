package dev.croft.lint.changelog;

import static dev.croft.lint.changelog.ChangelogRule.aboutChangeset;
import static dev.croft.lint.changelog.LockHazards.inUse;

import dev.croft.lint.changelog.ChangelogRule.Break;
import dev.croft.lint.report.Severity;
import dev.croft.lint.sql.Effect.Kind;
import java.util.List;
import java.util.stream.Stream;

/** What single statements reach beyond their changeset. */
final class StatementRules {
  private StatementRules() {}

  static List<ChangelogRule> all() {
    return List.of(
        aboutChangeset(
            "rows-changed-at-once",
            Severity.WARNING,
            "The rows of a table in use are changed in batches",
            "One statement over all rows keeps each of them locked until it commits, and writes each"
                + " a second time: the table grows to twice its size.",
            StatementRules::changedAtOnce),
        aboutChangeset(
            "setting-for-session",
            Severity.WARNING,
            "A changeset sets nothing for longer than itself",
            "SET without LOCAL holds for the changesets after it too, but only where the same"
                + " process runs them: what they do would depend on when they are applied.",
            StatementRules::setForSession));
  }

  private static Stream<Break> changedAtOnce(Draft draft) {
    return inUse(draft, Kind.CHANGE_EVERY_ROW)
        .map(
            each ->
                LockHazards.broken(
                    each,
                    "every row is changed by one statement; change them in batches, each in a"
                        + " transaction of its own, or say how few they are with --croft:allow"
                        + " rows-changed-at-once"));
  }

  /** Outside a transaction LOCAL does nothing. */
  private static Stream<Break> setForSession(Draft draft) {
    return draft
        .deeds()
        .filter(each -> each.effect().kind() == Kind.SET_FOR_SESSION)
        .filter(each -> each.changeset().written().isInTransaction())
        .map(
            each ->
                Break.of(
                    each.changeset(),
                    each.statement().line(),
                    each.changeset().name(),
                    "it says %s: say SET LOCAL".formatted(each.statement().sql()),
                    ""));
  }
}
