package dev.croft.lint;

import static java.util.stream.Collectors.toSet;

import dev.croft.lint.catalogue.CatalogueRules;
import dev.croft.lint.changelog.ChangelogRules;
import dev.croft.lint.changelog.GitTags;
import dev.croft.lint.changelog.Places;
import dev.croft.lint.changelog.ReleasedFiles;
import dev.croft.lint.report.Finding;
import dev.croft.lint.report.Report;
import dev.croft.lint.report.Rule;
import dev.croft.lint.report.Severity;
import dev.croft.migrations.ChangesetFailedException;
import dev.croft.migrations.MigrationException;
import dev.croft.migrations.Migrator;
import dev.croft.migrations.WrittenChangelog;
import dev.croft.postgres.Login;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks the schema rules of a changelog, and of the database that it makes.
 *
 * <p>The rules about files are asked of those that no release has frozen: the others cannot be
 * written otherwise any more, and are asked whether they are as they were. What is released, the
 * lock beside the changelog says ({@link dev.croft.migrations.Releases}), and the tags of a git
 * work tree, and what a database of production has applied. A table that an unreleased file creates
 * is not in use yet; every other one is.
 *
 * <p>One object may break one rule, where a comment says so with a reason: {@code croft:allow rule
 * reason}, in the comment of the object in the database, or in a comment line of the changeset.
 */
public final class Lint {
  /** What the fencing functions raise. */
  private static final String INVALID_TABLE_DEFINITION = "42P16";

  private final String changelog;
  private final List<Path> directories;
  private final boolean isProduction;

  private Lint(String changelog, List<Path> directories, boolean isProduction) {
    this.changelog = changelog;
    this.directories = List.copyOf(directories);
    this.isProduction = isProduction;
  }

  /**
   * For one changelog.
   *
   * @param changelog its path on the class path, such as {@code db/changelog.xml}
   */
  public static Lint of(String changelog) {
    return new Lint(changelog, List.of(), false);
  }

  /** One that looks for changelogs in these directories before the class path. */
  public Lint readingFrom(Path... directories) {
    return new Lint(changelog, List.of(directories), isProduction);
  }

  /** One that takes what {@link #database} has applied for released: it is one of production. */
  public Lint ofProduction() {
    return new Lint(changelog, directories, true);
  }

  /** Every rule there is. */
  public static List<Rule> rules() {
    return Stream.concat(ChangelogRules.rules().stream(), CatalogueRules.all().rules().stream())
        .toList();
  }

  /**
   * Asks the rules about files, without a database.
   *
   * @throws MigrationException if the changelog cannot be read
   * @throws ParserMissingException if the parser is not on the class path
   */
  public Report files() {
    WrittenChangelog written = read();
    return Report.of(ofFiles(written, ReleasedFiles.none()));
  }

  /**
   * Asks the rules about files, migrates a database that is thrown away afterwards, and asks the
   * rules about databases of that one. Where a fencing function refuses a table, they are asked of
   * a second database, in which it does not, so that all that is wrong is told and not the first.
   *
   * @throws MigrationException if the changelog cannot be read; or applied, and no error tells why
   * @throws ParserMissingException if the parser is not on the class path
   */
  public Report throwAway() {
    WrittenChangelog written = read();
    List<Finding> ofFiles = ofFiles(written, ReleasedFiles.none());
    try (PostgresDatabase database = PostgresServer.shared().createDatabase()) {
      migrator(database.jdbcUrl(), database.owner()).apply();
      return all(written, ofFiles, database.jdbcUrl(), database.owner());
    } catch (MigrationException e) {
      return refused(written, ofFiles, e).orElseGet(() -> withoutDatabase(ofFiles, e));
    }
  }

  /** All that the rules find, where a fencing function refuses a table for the first of it. */
  private Optional<Report> refused(
      WrittenChangelog written, List<Finding> ofFiles, MigrationException failure) {
    if (!(failure instanceof ChangesetFailedException refusal)
        || !refusal.sqlState().equals(INVALID_TABLE_DEFINITION)) {
      return Optional.empty();
    }
    try (PostgresDatabase database = PostgresServer.shared().createDatabase()) {
      migrator(database.jdbcUrl(), database.owner())
          .tellingOf(new AcceptingFences(database))
          .apply();
      Report report = all(written, ofFiles, database.jdbcUrl(), database.owner());
      return Optional.of(report.noting(note(refusal))).filter(each -> each.holds(Severity.ERROR));
    } catch (MigrationException e) {
      return Optional.empty();
    }
  }

  private static String note(ChangesetFailedException refusal) {
    return "Until the errors are mended, nothing applies changeset %s: a table is refused in it."
        .formatted(refusal.changeset());
  }

  /**
   * Asks the rules about files, and those about databases of this one, which is only read.
   *
   * @param jdbcUrl its address, without credentials
   * @param login the owner of its tables
   * @throws MigrationException if the changelog cannot be read, or the database not be reached
   * @throws ParserMissingException if the parser is not on the class path
   */
  public Report database(String jdbcUrl, Login login) {
    WrittenChangelog written = read();
    try {
      ReleasedFiles applied = AppliedFiles.of(migrator(jdbcUrl, login).status(), isProduction);
      return all(written, ofFiles(written, applied), jdbcUrl, login);
    } catch (MigrationException e) {
      return withoutDatabase(ofFiles(written, ReleasedFiles.none()), e);
    }
  }

  private static Report all(
      WrittenChangelog written, List<Finding> ofFiles, String jdbcUrl, Login login) {
    List<Finding> findings = new ArrayList<>(ofFiles);
    List<Finding> ofDatabase = LiveDatabase.findings(jdbcUrl, login, ids());
    findings.addAll(ofDatabase.isEmpty() ? ofDatabase : Places.in(written).locate(ofDatabase));
    return Report.of(findings);
  }

  /** What the migrator refuses, the rules about files have found as well, and said why. */
  private static Report withoutDatabase(List<Finding> ofFiles, MigrationException failure) {
    Report report = Report.of(ofFiles);
    if (!report.holds(Severity.ERROR)) {
      throw failure;
    }
    return report.noting(
        "The rules about databases were not asked. " + String.valueOf(failure.getMessage()));
  }

  private List<Finding> ofFiles(WrittenChangelog written, ReleasedFiles applied) {
    ReleasedFiles frozen = new ReleasedFiles(written.released(), written.differences());
    return ChangelogRules.findings(written, frozen.and(tagged(written)).and(applied), ids());
  }

  /** What a lock freezes, it freezes as it is: an older tag has no more to say. */
  private ReleasedFiles tagged(WrittenChangelog written) {
    Optional<Path> directory = directories.stream().findFirst();
    Set<String> files = written.files().keySet();
    return directory
        .map(each -> GitTags.released(each, files).without(written.released()))
        .orElse(ReleasedFiles.none());
  }

  private WrittenChangelog read() {
    ParserMissingException.check();
    return WrittenChangelog.read(changelog, directories);
  }

  private Migrator migrator(String jdbcUrl, Login login) {
    return Migrator.of(jdbcUrl, login, changelog).readingFrom(directories.toArray(Path[]::new));
  }

  private static Set<String> ids() {
    return rules().stream().map(Rule::id).collect(toSet());
  }
}
