package dev.croft.migrations;

import dev.croft.migrations.AppliedChangeset.Standing;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryService;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.RanChangeSet;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/** The record, kept in the database, of what was applied. */
final class History {
  static final String SCHEMA = "croft_migrations";

  private final ChangeLogHistoryService service;
  private final Appliers appliers;

  History(Database database) {
    this.service =
        Scope.getCurrentScope()
            .getSingleton(ChangeLogHistoryServiceFactory.class)
            .getChangeLogService(database);
    this.appliers = new Appliers(database);
  }

  /** Creates the schema of the record, visible to its owner alone. */
  static void createSchema(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create schema if not exists " + SCHEMA);
    }
  }

  void create() throws DatabaseException {
    service.init();
    appliers.keep();
  }

  /** What is on record, in the order of application. */
  List<RanChangeSet> applied() throws DatabaseException {
    return service.getRanChangeSets();
  }

  /** As {@link #applied()}, read from the database again. */
  List<RanChangeSet> appliedForSure() throws DatabaseException {
    service.reset();
    return service.getRanChangeSets();
  }

  void tag(String tag) throws DatabaseException {
    service.tag(tag);
  }

  MigrationStatus status(Changelog changelog) throws DatabaseException {
    Map<ChangesetId, ChangeSet> known =
        changelog.changesets().collect(Collectors.toMap(Ids::of, Function.identity()));
    List<RanChangeSet> ran = applied();
    Map<ChangesetId, String> logins = ran.isEmpty() ? Map.of() : appliers.byChangeset();
    List<AppliedChangeset> applied =
        ran.stream()
            .map(each -> compared(each, known.get(Ids.of(each)), logins.get(Ids.of(each))))
            .toList();
    List<ChangesetId> ids = applied.stream().map(AppliedChangeset::id).toList();
    return new MigrationStatus(
        applied, changelog.changesets().map(Ids::of).filter(id -> !ids.contains(id)).toList());
  }

  private static AppliedChangeset compared(
      RanChangeSet ran, @Nullable ChangeSet known, @Nullable String login) {
    return new AppliedChangeset(
        Ids.of(ran),
        ran.getDateExecuted().toInstant(),
        Optional.ofNullable(login),
        Optional.ofNullable(ran.getTag()),
        standing(ran, known));
  }

  private static Standing standing(RanChangeSet ran, @Nullable ChangeSet known) {
    if (known == null) {
      return Standing.UNKNOWN;
    }
    boolean same = known.shouldRunOnChange() || known.isCheckSumValid(ran.getLastCheckSum());
    return same ? Standing.UNCHANGED : Standing.CHANGED;
  }
}
