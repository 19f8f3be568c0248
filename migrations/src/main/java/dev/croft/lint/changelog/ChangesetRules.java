package dev.croft.lint.changelog;

import static dev.croft.lint.changelog.ChangelogRule.aboutChangeset;

import dev.croft.lint.changelog.ChangelogRule.Break;
import dev.croft.lint.report.Severity;
import dev.croft.lint.sql.Reversal;
import dev.croft.migrations.ChangesetId;
import dev.croft.migrations.changelog.Fault;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What every changeset must have. */
final class ChangesetRules {
  private ChangesetRules() {}

  static List<ChangelogRule> all() {
    return List.of(
        aboutChangeset(
            "changeset-id",
            Severity.ERROR,
            "No two changesets of a file have the same author and id",
            "Liquibase records changesets by file, author and id: the second counts as applied.",
            ChangesetRules::repeated),
        aboutChangeset(
            "rollback-missing",
            Severity.ERROR,
            "Every changeset says how it is taken back",
            "A release that must be taken back at night is taken back by what was written and"
                + " tested before.",
            ChangesetRules::withoutRollback),
        aboutChangeset(
            "sql-not-understood",
            Severity.WARNING,
            "The rules can read every statement",
            "What cannot be read was not checked for anything.",
            ChangesetRules::misunderstood));
  }

  private static Stream<Break> repeated(Draft draft) {
    Set<ChangesetId> seen = new HashSet<>();
    return draft.changesets().stream()
        .filter(each -> !seen.add(each.written().id()))
        .map(each -> broken(each, "the same author and id stand before in this file", ""));
  }

  private static Stream<Break> withoutRollback(Draft draft) {
    return draft.changesets().stream()
        .filter(each -> !each.written().hasRollback() && !isMisspelt(draft, each))
        .map(each -> broken(each, "it has no rollback", withRollback(each)));
  }

  /** Another rule tells of it, and both fixes would make two. */
  private static boolean isMisspelt(Draft draft, Changeset changeset) {
    return draft.written().faults().stream()
        .filter(each -> each.file().equals(changeset.written().file()))
        .filter(each -> each.problem().contains("rollback"))
        .mapToInt(each -> each.line() - changeset.line())
        .anyMatch(lines -> lines > 0 && lines < changeset.lines().size());
  }

  private static String withRollback(Changeset changeset) {
    return Reversal.of(changeset.statements())
        .map(each -> each.stream().map("--rollback %s;"::formatted).toList())
        .map(lines -> Fix.withLastLines(changeset, lines))
        .orElse("");
  }

  private static Stream<Break> misunderstood(Draft draft) {
    return draft.changesets().stream()
        .flatMap(
            each ->
                each.misunderstood().stream()
                    .map(fault -> Break.of(each, fault.line(), each.name(), problem(fault), "")));
  }

  private static String problem(Fault fault) {
    return "the parser says: %s".formatted(fault.problem());
  }

  private static Break broken(Changeset changeset, String problem, String fix) {
    return Break.of(changeset, changeset.line(), changeset.name(), problem, fix);
  }
}
