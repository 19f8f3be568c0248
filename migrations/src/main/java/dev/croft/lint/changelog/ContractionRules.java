package dev.croft.lint.changelog;

import static dev.croft.lint.changelog.ChangelogRule.aboutChangeset;
import static dev.croft.lint.changelog.LockHazards.inUse;

import dev.croft.lint.changelog.ChangelogRule.Break;
import dev.croft.lint.changelog.Changeset.Deed;
import dev.croft.lint.report.Severity;
import dev.croft.lint.sql.Effect.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What takes away something that the application which runs may still use. */
final class ContractionRules {
  private ContractionRules() {}

  static List<ChangelogRule> all() {
    return List.of(
        aboutChangeset(
            "rename-in-use",
            Severity.ERROR,
            "Tables in use and their columns keep their names",
            "While a release is rolled out, its migration has run and the application of before"
                + " still asks for the old name.",
            ContractionRules::renamed),
        aboutChangeset(
            "drop-in-use",
            Severity.WARNING,
            "What is dropped is used by no application that runs",
            "Whether something still uses it is not written in the changelog; somebody has to look"
                + " and say so.",
            ContractionRules::dropped),
        aboutChangeset(
            "expand-before-contract",
            Severity.ERROR,
            "What replaces something is released before that is dropped",
            "In one release there is no moment at which both applications, the one before and the"
                + " one after, find what they need.",
            ContractionRules::replaced));
  }

  private static Stream<Break> renamed(Draft draft) {
    return inUse(draft, Kind.RENAME_TABLE, Kind.RENAME_COLUMN, Kind.RENAME_SCHEMA)
        .filter(each -> !isReplacedByView(each))
        .map(
            each ->
                LockHazards.broken(
                    each,
                    "it is renamed; add the new one beside it, write both, fill it in batches, and"
                        + " drop the old one in a later release"));
  }

  private static Stream<Break> dropped(Draft draft) {
    return inUse(
            draft,
            Kind.DROP_TABLE,
            Kind.DROP_COLUMN,
            Kind.DROP_VIEW,
            Kind.DROP_SCHEMA,
            Kind.TRUNCATE)
        .filter(each -> !isReplacedByView(each))
        .map(
            each ->
                LockHazards.broken(
                    each,
                    "it is %s; once no application that runs uses it, say so in the changeset"
                            .formatted(
                                each.effect().kind() == Kind.TRUNCATE ? "emptied" : "dropped")
                        + " with --croft:allow drop-in-use and the reason"));
  }

  /** In one transaction a view takes over the name of what was renamed or dropped. */
  private static boolean isReplacedByView(Deed deed) {
    Set<Kind> taken = Set.of(Kind.RENAME_TABLE, Kind.DROP_VIEW);
    return taken.contains(deed.effect().kind())
        && deed.changeset().written().isInTransaction()
        && deed.changeset()
            .deeds()
            .dropWhile(each -> !each.equals(deed))
            .map(Deed::effect)
            .anyMatch(
                each ->
                    each.kind() == Kind.CREATE_VIEW && each.table().equals(deed.effect().table()));
  }

  private static Stream<Break> replaced(Draft draft) {
    return Stream.concat(
        inUse(draft, Kind.DROP_COLUMN)
            .flatMap(
                each ->
                    addedColumn(draft, each.effect().table()).stream()
                        .map(added -> replaced(each, added))),
        inUse(draft, Kind.DROP_TABLE)
            .flatMap(
                each -> draft.newTables().stream().sorted().limit(1).map(t -> replaced(each, t))));
  }

  private static Optional<String> addedColumn(Draft draft, String table) {
    return inUse(draft, Kind.ADD_COLUMN)
        .map(Deed::effect)
        .filter(each -> each.table().equals(table))
        .map(each -> each.name())
        .findFirst();
  }

  private static Break replaced(Deed dropped, String added) {
    return LockHazards.broken(
        dropped,
        "it is dropped in the release that adds %s: leave the drop to the next one; or where the one"
                .formatted(added)
            + " does not replace the other, say so with --croft:allow expand-before-contract");
  }
}
