package dev.croft.migrations;

import static java.util.Objects.requireNonNull;

import dev.croft.migrations.lock.AdvisoryLock;
import dev.croft.migrations.lock.LockTimeoutException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import liquibase.exception.LiquibaseException;

/** What to migrate, to where, and how patiently. */
record ConfiguredMigrator(
    Target target, String changelog, List<Path> directories, Duration patience)
    implements Migrator {
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  static Migrator of(Target target, String changelog) {
    requireNonNull(changelog, "changelog");
    return new ConfiguredMigrator(target, changelog, List.of(), FIVE_MINUTES);
  }

  @Override
  public Migrator readingFrom(Path... directories) {
    return new ConfiguredMigrator(target, changelog, List.of(directories), patience);
  }

  @Override
  public Migrator waitingAtMost(Duration patience) {
    return new ConfiguredMigrator(target, changelog, directories, patience);
  }

  @Override
  public List<ChangesetId> apply() {
    return alone(MigrationRun::apply);
  }

  @Override
  public MigrationStatus status() {
    return among(MigrationRun::status);
  }

  @Override
  public List<ChangesetId> rollback(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("count: " + count);
    }
    return alone(run -> run.rollback(new RollbackChoice.Last(count)));
  }

  @Override
  public List<ChangesetId> rollbackTo(String tag) {
    requireNonNull(tag, "tag");
    return alone(run -> run.rollback(new RollbackChoice.After(tag)));
  }

  @Override
  public void tag(String tag) {
    requireNonNull(tag, "tag");
    alone(
        run -> {
          run.tag(tag);
          return tag;
        });
  }

  @Override
  public void validate() {
    among(
        run -> {
          run.validate();
          return changelog;
        });
  }

  /** Work on a changelog that has been read. */
  private interface Work<T> {
    T on(MigrationRun run) throws LiquibaseException;
  }

  /** Does the work while no other process migrates the same database. */
  private <T> T alone(Work<T> work) {
    return with(
        work,
        connection -> {
          new AdvisoryLock(connection).acquire(patience);
          History.createSchema(connection);
        });
  }

  /** Does the work without changing anything. */
  private <T> T among(Work<T> work) {
    return with(work, connection -> {});
  }

  private interface Preparation {
    void of(Connection connection) throws SQLException, InterruptedException, LockTimeoutException;
  }

  private <T> T with(Work<T> work, Preparation preparation) {
    try (ChangelogFiles files = ChangelogFiles.in(directories, classLoader())) {
      Changelog read = LiquibaseScope.read(changelog, files);
      try (Connection connection = target.connect()) {
        preparation.of(connection);
        return LiquibaseScope.call(
            connection, files, database -> work.on(new MigrationRun(database, read)));
      }
    } catch (LockTimeoutException e) {
      throw new MigrationLockException(e.holder(), e.waited(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MigrationInterruptedException(e);
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(
          "The database cannot be migrated", ServerComplaint.in(e));
    } catch (LiquibaseException | IOException e) {
      throw translated(e);
    }
  }

  private MigrationException translated(Exception failure) {
    ServerComplaint complaint = ServerComplaint.in(failure);
    return complaint.isOfDatabase()
        ? new DatabaseUnavailableException("The database cannot be migrated", complaint)
        : new MalformedChangelogException(
            changelog, List.of(String.valueOf(failure.getMessage()).strip()), failure);
  }

  private static ClassLoader classLoader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context == null ? Migrator.class.getClassLoader() : context;
  }
}
