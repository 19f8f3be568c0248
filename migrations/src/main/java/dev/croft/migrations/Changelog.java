package dev.croft.migrations;

import dev.croft.migrations.changelog.Fault;
import dev.croft.migrations.changelog.FormattedSql;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParser;
import liquibase.parser.ChangeLogParserFactory;
import org.jspecify.annotations.Nullable;

/**
 * A changelog that has been read and found to say what its author meant.
 *
 * @param texts its files that hold changesets, by path, in the order in which they run
 */
record Changelog(DatabaseChangeLog parsed, Database database, Map<String, String> texts) {
  private static final String OF_CROFT = "croft/changelog";

  /**
   * @param database one without a connection: on one that has, reading creates Liquibase's table
   */
  static Changelog read(
      String path, ChangelogFiles files, Database database, Map<String, String> parameters)
      throws IOException {
    DatabaseChangeLog parsed = null;
    LiquibaseException failure = null;
    try {
      parsed = parse(path, files, database, parameters);
    } catch (LiquibaseException e) {
      failure = e;
    }
    // Where Liquibase stumbled, a misspelt comment may be what it stumbled over.
    List<String> faults = faultsIn(files.sqlFiles()).map(Fault::toString).toList();
    if (parsed == null || !faults.isEmpty()) {
      throw malformed(path, faults, failure);
    }
    Changelog changelog = new Changelog(parsed, database, textsOf(parsed, path, files));
    changelog.check(path);
    changelog.check(files.lockOf(path));
    return changelog;
  }

  /** What is written, whether it can be trusted or not. */
  static WrittenChangelog written(String path, ChangelogFiles files, Database database)
      throws IOException {
    ReleaseLock lock = files.lockOf(path);
    Set<String> released = lock.files().keySet();
    try {
      DatabaseChangeLog parsed = parse(path, files, database, Map.of());
      Changelog changelog = new Changelog(parsed, database, textsOf(parsed, path, files));
      return new WrittenChangelog(
          changelog.texts,
          changelog.changesets().map(changelog::written).toList(),
          faultsIn(files.sqlFiles()).toList(),
          released,
          lock.differences(changelog.texts));
    } catch (LiquibaseException e) {
      Map<String, String> texts = files.sqlFiles();
      List<Fault> faults = faultsIn(texts).toList();
      if (faults.isEmpty()) {
        throw malformed(path, List.of(), e);
      }
      return new WrittenChangelog(texts, List.of(), faults, released, List.of());
    }
  }

  private WrittenChangeset written(ChangeSet changeset) {
    ChangesetSql sql = ChangesetSql.of(changeset, database);
    return new WrittenChangeset(
        sql.id(),
        fileOf(changeset),
        sql.isInTransaction(),
        changeset.supportsRollback(database),
        String.valueOf(changeset.getComments()),
        sql.statements());
  }

  private static DatabaseChangeLog parse(
      String path, ChangelogFiles files, Database database, Map<String, String> parameters)
      throws LiquibaseException {
    ChangeLogParser parser = ChangeLogParserFactory.getInstance().getParser(path, files);
    return parser.parse(path, known(parameters, database), files);
  }

  private static ChangeLogParameters known(Map<String, String> values, Database database) {
    ChangeLogParameters parameters = new ChangeLogParameters(database);
    values.forEach(parameters::set);
    return parameters;
  }

  /** Without Croft's own files, where another changelog includes them. */
  private static Map<String, String> textsOf(
      DatabaseChangeLog parsed, String master, ChangelogFiles files) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (ChangeSet changeset : parsed.getChangeSets()) {
      String path = fileOf(changeset);
      boolean isIncluded = master.startsWith(OF_CROFT) || !path.startsWith(OF_CROFT);
      if (isIncluded && !texts.containsKey(path)) {
        texts.put(path, files.text(path).orElse(""));
      }
    }
    return texts;
  }

  private static String fileOf(ChangeSet changeset) {
    return DatabaseChangeLog.normalizePath(changeset.getChangeLog().getPhysicalFilePath());
  }

  private void check(ReleaseLock lock) {
    List<String> differences = lock.differences(texts);
    if (!differences.isEmpty()) {
      throw new ReleasedChangelogException(differences);
    }
  }

  /** The changesets meant for this database, in order. */
  Stream<ChangeSet> changesets() {
    DbmsChangeSetFilter meant = new DbmsChangeSetFilter(database);
    return parsed.getChangeSets().stream()
        .filter(each -> !each.isIgnore() && meant.accepts(each).isAccepted());
  }

  private static Stream<Fault> faultsIn(Map<String, String> sqlFiles) {
    return sqlFiles.entrySet().stream()
        .flatMap(each -> FormattedSql.faults(each.getKey(), each.getValue()).stream());
  }

  private static MalformedChangelogException malformed(
      String path, List<String> faults, @Nullable LiquibaseException failure) {
    List<String> all = new ArrayList<>(faults);
    if (failure != null && faults.isEmpty()) {
      all.add(String.valueOf(failure.getMessage()).strip());
    }
    return new MalformedChangelogException(path, all, failure);
  }

  private void check(String path) {
    List<String> faults = new ArrayList<>();
    Set<ChangesetId> seen = new HashSet<>();
    for (ChangeSet changeset : changesets().toList()) {
      ChangesetId id = Ids.of(changeset);
      if (!seen.add(id)) {
        faults.add("%s occurs twice".formatted(id));
      }
      if (!changeset.supportsRollback(database)) {
        faults.add("%s has no rollback".formatted(id));
      }
    }
    if (!faults.isEmpty()) {
      throw malformed(path, faults, null);
    }
  }
}
