package dev.croft.lint.changelog;

import static dev.croft.lint.changelog.ChangelogRule.aboutChangeset;

import dev.croft.lint.changelog.ChangelogRule.Break;
import dev.croft.lint.changelog.Changeset.Deed;
import dev.croft.lint.report.Severity;
import dev.croft.lint.sql.Effect.Kind;
import dev.croft.lint.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What belongs into one transaction, and what does not. */
final class TransactionRules {
  private static final String OUTSIDE = "runInTransaction:false";
  private static final Set<Kind> CHANGES = Set.of(Kind.CHANGE_ROWS, Kind.CHANGE_EVERY_ROW);

  private TransactionRules() {}

  static List<ChangelogRule> all() {
    return List.of(
        aboutChangeset(
            "concurrently-in-transaction",
            Severity.ERROR,
            "What PostgreSQL refuses inside a transaction runs outside one",
            "CONCURRENTLY and VACUUM fail in a transaction, and every changeset has one unless it"
                + " says otherwise.",
            TransactionRules::refused),
        aboutChangeset(
            "outside-transaction",
            Severity.ERROR,
            "A changeset without a transaction is one statement that needs none",
            "Where the second statement fails, the first one stays, and runs again next time.",
            TransactionRules::unprotected),
        aboutChangeset(
            "transaction-control",
            Severity.ERROR,
            "Changesets leave transactions to the migration",
            "A COMMIT in a changeset separates the change from the record that it ran.",
            TransactionRules::controlled),
        aboutChangeset(
            "validation-in-same-transaction",
            Severity.ERROR,
            "A constraint is validated in another transaction than it was added in",
            "A strong lock is held until the end of its transaction: that of ADD CONSTRAINT, or of"
                + " another change of the table, the whole validation long.",
            TransactionRules::validatedAtOnce),
        aboutChangeset(
            "mixed-dml-ddl",
            Severity.WARNING,
            "A changeset either defines objects or changes rows",
            "The lock of the definition is held until the last row is changed.",
            TransactionRules::mixed));
  }

  private static Stream<Break> refused(Draft draft) {
    return draft.changesets().stream()
        .filter(each -> each.written().isInTransaction())
        .flatMap(
            each ->
                with(each, Kind.NEEDS_NO_TRANSACTION)
                    .map(
                        statement ->
                            broken(
                                each,
                                statement.line(),
                                "PostgreSQL refuses the statement inside a transaction",
                                Fix.withAttribute(each, OUTSIDE))));
  }

  private static Stream<Break> unprotected(Draft draft) {
    return draft.changesets().stream()
        .filter(each -> !each.written().isInTransaction() && each.misunderstood().isEmpty())
        .flatMap(
            each -> problem(each).stream().map(problem -> broken(each, each.line(), problem, "")));
  }

  private static Optional<String> problem(Changeset changeset) {
    long statements =
        changeset.statements().stream().filter(each -> !each.has(Kind.SET_LOCK_TIMEOUT)).count();
    if (statements > 1) {
      return Optional.of(
          "it runs %d statements without a transaction: give each a changeset of its own"
              .formatted(statements));
    }
    return changeset.has(Kind.NEEDS_NO_TRANSACTION)
        ? Optional.empty()
        : Optional.of("nothing in it needs to run without a transaction: take the attribute away");
  }

  private static Stream<Break> controlled(Draft draft) {
    return draft.changesets().stream()
        .flatMap(
            each ->
                with(each, Kind.CONTROL_TRANSACTION)
                    .map(
                        statement ->
                            broken(
                                each,
                                statement.line(),
                                "it says %s: take the statement away".formatted(statement.sql()),
                                "")));
  }

  private static Stream<Break> validatedAtOnce(Draft draft) {
    return draft
        .deeds()
        .filter(each -> each.effect().kind() == Kind.VALIDATE_CONSTRAINT)
        .filter(each -> draft.isInUse(each) && isUnderStrongLock(each))
        .map(
            each ->
                broken(
                    each.changeset(),
                    each.statement().line(),
                    "%s is validated in a transaction that has locked the table: give it a"
                            .formatted(each.effect().name())
                        + " changeset of its own",
                    ""));
  }

  private static boolean isUnderStrongLock(Deed validation) {
    return validation.changeset().written().isInTransaction()
        && validation
            .changeset()
            .effectsUntilEndOf(validation.statement())
            .filter(each -> each.table().equals(validation.effect().table()))
            .anyMatch(each -> LockTimeoutRules.LOCKING.contains(each.kind()));
  }

  private static Stream<Break> mixed(Draft draft) {
    return draft.changesets().stream()
        .filter(each -> each.statements().stream().anyMatch(TransactionRules::isDefinition))
        .flatMap(TransactionRules::changesOfRows);
  }

  /** To lift row-level security for a moment is how the owner sees rows. */
  private static boolean isDefinition(Statement statement) {
    boolean isAboutRows =
        statement.has(Kind.LIFT_ROW_SECURITY) || statement.has(Kind.RESTORE_ROW_SECURITY);
    return statement.isDefinition() && !isAboutRows;
  }

  private static Stream<Break> changesOfRows(Changeset changeset) {
    Set<String> own =
        changeset
            .deeds()
            .map(Deed::effect)
            .filter(each -> each.kind() == Kind.CREATE_TABLE)
            .map(each -> each.table())
            .collect(Collectors.toSet());
    return changeset
        .deeds()
        .filter(each -> CHANGES.contains(each.effect().kind()))
        .filter(each -> !own.contains(each.effect().table()))
        .limit(1)
        .map(
            each ->
                broken(
                    changeset,
                    each.statement().line(),
                    "it changes rows of %s beside defining objects: give them a changeset of their"
                            .formatted(each.effect().table())
                        + " own",
                    ""));
  }

  private static Stream<Statement> with(Changeset changeset, Kind kind) {
    return changeset.statements().stream().filter(each -> each.has(kind));
  }

  private static Break broken(Changeset changeset, int line, String problem, String fix) {
    return Break.of(changeset, line, changeset.name(), problem, fix);
  }
}
