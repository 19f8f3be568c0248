package dev.croft.lint.changelog;

import static dev.croft.lint.changelog.ChangelogRule.aboutChangeset;

import dev.croft.lint.changelog.ChangelogRule.Break;
import dev.croft.lint.changelog.Changeset.Deed;
import dev.croft.lint.report.Severity;
import dev.croft.lint.sql.Effect.Kind;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** What makes the queries of a table that is in use wait, or fail. */
final class LockHazards {
  private LockHazards() {}

  static List<ChangelogRule> all() {
    return List.of(
        hazard(
            "index-not-concurrent",
            "Indexes of tables in use are built, rebuilt and dropped concurrently",
            "CREATE INDEX and REINDEX block every write until it is built, DROP INDEX every query"
                + " while it waits.",
            "CONCURRENTLY is missing; with it the changeset says runInTransaction:false",
            Kind.BUILD_INDEX,
            Kind.REBUILD_INDEX,
            Kind.DROP_INDEX),
        hazard(
            "unique-builds-index",
            "A unique or primary key of a table in use takes an index that is there",
            "ADD CONSTRAINT builds the index itself, and blocks every query until it is built.",
            "the constraint builds its index under an ACCESS EXCLUSIVE lock",
            Kind.ADD_UNIQUE),
        hazard(
            "foreign-key-scans",
            "A foreign key of a table in use is added NOT VALID, and validated afterwards",
            "ADD FOREIGN KEY reads the whole table, and blocks writes of both tables meanwhile.",
            "the foreign key is validated under a lock that blocks writes of both tables",
            Kind.ADD_FOREIGN_KEY),
        hazard(
            "check-scans",
            "A check of a table in use is added NOT VALID, and validated afterwards",
            "ADD CHECK reads the whole table, and blocks every query meanwhile.",
            "the check is validated under an ACCESS EXCLUSIVE lock",
            Kind.ADD_CHECK),
        notNull(),
        hazard(
            "required-column",
            "A column that is added to a table in use is nullable, or has a default",
            "Old rows have no value for it: the statement fails as soon as there is one.",
            "it is NOT NULL and has no default; add it nullable, fill it in batches, and then"
                + " require it",
            Kind.ADD_REQUIRED_COLUMN),
        hazard(
            "computed-column-rewrites",
            "A column that is added to a table in use has no value that is computed row by row",
            "A volatile default, a serial, an identity or a stored generated column rewrites the"
                + " table, and blocks every query meanwhile.",
            "its values are computed row by row; set the default afterwards, and fill old rows in"
                + " batches",
            Kind.ADD_COMPUTED_COLUMN),
        hazard(
            "type-change",
            "The type of a column of a table in use does not change",
            "Most changes of type rewrite the table and its indexes, and block every query"
                + " meanwhile; and the application that runs expects the old type.",
            "the type changes; add a column of the new type, write both, fill it in batches, and"
                + " drop the old one in a later release; or where nothing is rewritten, such as from"
                + " varchar to text or to a longer varchar, say so with --croft:allow type-change",
            Kind.CHANGE_TYPE),
        hazard(
            "table-rewrite",
            "A table in use is not rewritten",
            "Until all of it is written again every query waits.",
            "the statement writes the whole table again under an ACCESS EXCLUSIVE lock",
            Kind.REWRITE));
  }

  private static ChangelogRule hazard(
      String id, String title, String why, String problem, Kind... kinds) {
    return hazard(id, title, why, problem, Set.of(kinds), (draft, deed) -> true);
  }

  private static ChangelogRule notNull() {
    return hazard(
        "not-null-scans",
        "SET NOT NULL comes after a valid check that says the same",
        "SET NOT NULL reads the whole table, and blocks every query meanwhile, unless a valid"
            + " check proves that no row is null.",
        "no valid check proves that the column holds no null",
        Set.of(Kind.SET_NOT_NULL),
        (draft, deed) -> !NotNullProof.precedes(draft, deed));
  }

  private static ChangelogRule hazard(
      String id,
      String title,
      String why,
      String problem,
      Set<Kind> kinds,
      BiPredicate<Draft, Deed> applies) {
    return aboutChangeset(
        id,
        Severity.ERROR,
        title,
        why,
        draft ->
            draft
                .deeds()
                .filter(each -> kinds.contains(each.effect().kind()))
                .filter(each -> draft.isInUse(each) && applies.test(draft, each))
                .map(each -> broken(each, problem)));
  }

  static Break broken(Deed deed, String problem) {
    return Break.of(deed.changeset(), deed.statement().line(), object(deed), problem, Fix.of(deed));
  }

  private static String object(Deed deed) {
    String table = deed.effect().table();
    String name = deed.effect().name();
    return switch (deed.effect().kind()) {
      case BUILD_INDEX ->
          name.isEmpty() ? "table " + table : "index %s on %s".formatted(name, table);
      case DROP_INDEX -> "index " + name;
      case REBUILD_INDEX -> name.isEmpty() ? "table " + table : "index " + name;
      case DROP_SCHEMA, RENAME_SCHEMA -> "schema " + name;
      case DROP_VIEW -> "view " + table;
      case LIFT_ROW_SECURITY -> "table " + table;
      case ADD_UNIQUE, ADD_FOREIGN_KEY, ADD_CHECK, VALIDATE_CONSTRAINT ->
          name.isEmpty() ? "table " + table : "constraint %s on %s".formatted(name, table);
      default -> name.isEmpty() ? "table " + table : "column %s.%s".formatted(table, name);
    };
  }

  static Stream<Deed> inUse(Draft draft, Kind... kinds) {
    Set<Kind> meant = Set.of(kinds);
    return draft
        .deeds()
        .filter(each -> meant.contains(each.effect().kind()) && draft.isInUse(each));
  }
}
