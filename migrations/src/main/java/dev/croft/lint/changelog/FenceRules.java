package dev.croft.lint.changelog;

import static dev.croft.lint.changelog.ChangelogRule.aboutChangeset;
import static dev.croft.lint.changelog.LockHazards.inUse;

import dev.croft.lint.changelog.ChangelogRule.Break;
import dev.croft.lint.changelog.Changeset.Deed;
import dev.croft.lint.report.Severity;
import dev.croft.lint.sql.Effect;
import dev.croft.lint.sql.Effect.Kind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What row-level security means to changesets, which run as the owner of the tables. */
final class FenceRules {
  private FenceRules() {}

  static List<ChangelogRule> all() {
    return List.of(
        aboutChangeset(
            "rows-unseen",
            Severity.ERROR,
            "A changeset sees the rows that it changes",
            "Row-level security that is forced hides rows from the owner too: UPDATE and DELETE change"
                + " nothing, and report success.",
            FenceRules::unseen),
        aboutChangeset(
            "row-security-lifted",
            Severity.ERROR,
            "A changeset lifts row-level security from no table in use",
            "From its commit on every tenant reads and writes the rows of all, until a later changeset"
                + " restores it; and if one in between fails, so it stays.",
            FenceRules::lifted));
  }

  private static Stream<Break> unseen(Draft draft) {
    return draft
        .deeds()
        .filter(each -> each.effect().kind() == Kind.SEEK_ROWS && isFenced(draft, each))
        .map(FenceRules::unseen);
  }

  private static Break unseen(Deed deed) {
    String table = deed.effect().table();
    String force = "alter table %s %%s row level security".formatted(table);
    return Break.of(
        deed.changeset(),
        deed.statement().line(),
        "table " + table,
        "its owner sees none of its rows; change them by a system session of the application, or lift"
            + " FORCE within the changeset, which locks the table as long",
        Fix.withStatements(
            deed,
            List.of(
                force.formatted("no force"), deed.statement().sql(), force.formatted("force"))));
  }

  /** Fenced by one statement before, and not lifted by a later one. */
  private static boolean isFenced(Draft draft, Deed seek) {
    boolean isFenced = false;
    boolean isForced = false;
    for (Effect effect : draft.effectsBefore(seek)) {
      if (effect.table().equals(seek.effect().table())) {
        isFenced |= effect.kind() == Kind.FENCE_TABLE;
        isForced =
            switch (effect.kind()) {
              case FENCE_TABLE, RESTORE_ROW_SECURITY -> true;
              case LIFT_ROW_SECURITY -> false;
              default -> isForced;
            };
      }
    }
    return isFenced && isForced;
  }

  private static Stream<Break> lifted(Draft draft) {
    return inUse(draft, Kind.LIFT_ROW_SECURITY)
        .filter(each -> !isRestored(each))
        .map(
            each ->
                LockHazards.broken(
                    each,
                    "row-level security is lifted, and not restored by the changeset; end it with"
                        + " ALTER TABLE %s %s ROW LEVEL SECURITY"
                            .formatted(
                                each.effect().table(),
                                each.effect().name().toUpperCase(Locale.ROOT))));
  }

  /** Others wait for the lock of the table until it is. */
  private static boolean isRestored(Deed lifted) {
    return lifted.changeset().written().isInTransaction()
        && lifted
            .changeset()
            .deeds()
            .dropWhile(each -> !each.equals(lifted))
            .map(Deed::effect)
            .anyMatch(
                each ->
                    each.kind() == Kind.RESTORE_ROW_SECURITY
                        && each.name().equals(lifted.effect().name())
                        && each.table().equals(lifted.effect().table()));
  }
}
