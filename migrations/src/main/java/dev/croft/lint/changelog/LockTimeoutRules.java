package dev.croft.lint.changelog;

import static dev.croft.lint.changelog.ChangelogRule.aboutChangeset;
import static dev.croft.lint.changelog.LockHazards.inUse;

import dev.croft.lint.changelog.ChangelogRule.Break;
import dev.croft.lint.changelog.Changeset.Deed;
import dev.croft.lint.report.Severity;
import dev.croft.lint.sql.Effect.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How long changesets wait for tables that others use. */
final class LockTimeoutRules {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final String SET = "set local lock_timeout = '5s';";
  private static final String WHY =
      "A statement that waits for a busy table makes every later query of that table wait behind"
          + " it.";

  /** What queries, or writes, of a table in use wait for. */
  static final Set<Kind> LOCKING =
      Set.of(
          Kind.RENAME_TABLE,
          Kind.DROP_TABLE,
          Kind.DROP_SCHEMA,
          Kind.DROP_VIEW,
          Kind.LIFT_ROW_SECURITY,
          Kind.RESTORE_ROW_SECURITY,
          Kind.TRUNCATE,
          Kind.ADD_COLUMN,
          Kind.RENAME_COLUMN,
          Kind.DROP_COLUMN,
          Kind.CHANGE_TYPE,
          Kind.SET_NOT_NULL,
          Kind.BUILD_INDEX,
          Kind.DROP_INDEX,
          Kind.REBUILD_INDEX,
          Kind.ADD_UNIQUE,
          Kind.ADD_FOREIGN_KEY,
          Kind.ADD_CHECK,
          Kind.ADD_CONSTRAINT_NOT_VALID,
          Kind.PROMISE_NOT_NULL,
          Kind.DROP_CONSTRAINT,
          Kind.REWRITE,
          Kind.OTHER_LOCK);

  private LockTimeoutRules() {}

  static List<ChangelogRule> all() {
    return List.of(
        aboutChangeset(
            "lock-timeout-missing",
            Severity.HINT,
            "A changeset that locks a table in use gives up after a moment",
            WHY + " `croft migrate` sets a lock_timeout itself; other runners do not.",
            LockTimeoutRules::missing),
        aboutChangeset(
            "lock-timeout-long",
            Severity.WARNING,
            "A lock_timeout is ten seconds at most",
            WHY,
            LockTimeoutRules::tooLong));
  }

  private static Stream<Break> missing(Draft draft) {
    return inUse(draft, LOCKING.toArray(Kind[]::new))
        .map(Deed::changeset)
        .distinct()
        .filter(each -> each.written().isInTransaction() && !each.has(Kind.SET_LOCK_TIMEOUT))
        .map(
            each ->
                Break.of(
                    each,
                    each.line(),
                    each.name(),
                    "it locks a table in use, and sets no lock_timeout",
                    Fix.withFirstLine(each, SET)));
  }

  private static Stream<Break> tooLong(Draft draft) {
    return draft
        .deeds()
        .filter(each -> each.effect().kind() == Kind.SET_LOCK_TIMEOUT)
        .filter(each -> isTooLong(each.effect().name()))
        .map(
            each ->
                Break.of(
                    each.changeset(),
                    each.statement().line(),
                    each.changeset().name(),
                    "it waits for locks as long as %s".formatted(each.effect().name()),
                    SET));
  }

  /** PostgreSQL manual, "Setting Parameters": milliseconds, or a number and its unit; 0 is ever. */
  private static boolean isTooLong(String value) {
    String text = value.replace("'", "").strip();
    int digits = 0;
    while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    if (digits == 0 || digits > 9) {
      return digits > 9;
    }
    long number = Long.parseLong(text.substring(0, digits));
    Duration time =
        switch (text.substring(digits).strip()) {
          case "s" -> Duration.ofSeconds(number);
          case "min" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          case "d" -> Duration.ofDays(number);
          default -> Duration.ofMillis(number);
        };
    return number == 0 || time.compareTo(LONGEST) > 0;
  }
}
