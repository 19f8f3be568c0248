package dev.croft.migrations;

import static java.util.Objects.requireNonNull;

import dev.croft.migrations.lock.LockTimeoutException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import liquibase.exception.LiquibaseException;

/** What to migrate, to where, and how patiently. */
record ConfiguredMigrator(
    Target target,
    String changelog,
    List<Path> directories,
    Duration patience,
    GivingWay givingWay,
    MigrationListener listener)
    implements Migrator {
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  static Migrator of(Target target, String changelog) {
    requireNonNull(changelog, "changelog");
    return new ConfiguredMigrator(
        target, changelog, List.of(), FIVE_MINUTES, GivingWay.NEVER, MigrationListener.NONE);
  }

  @Override
  public Migrator readingFrom(Path... directories) {
    return new ConfiguredMigrator(
        target, changelog, List.of(directories), patience, givingWay, listener);
  }

  @Override
  public Migrator waitingAtMost(Duration patience) {
    return new ConfiguredMigrator(target, changelog, directories, patience, givingWay, listener);
  }

  @Override
  public Migrator givingWay(Duration lockTimeout, int attempts) {
    GivingWay chosen = GivingWay.of(lockTimeout, attempts);
    return new ConfiguredMigrator(target, changelog, directories, patience, chosen, listener);
  }

  @Override
  public Migrator tellingOf(MigrationListener listener) {
    requireNonNull(listener, "listener");
    return new ConfiguredMigrator(target, changelog, directories, patience, givingWay, listener);
  }

  @Override
  public Migrator inSchema(String schema) {
    requireNonNull(schema, "schema");
    Target one = new Target.Schema(target, schema);
    return new ConfiguredMigrator(one, changelog, directories, patience, givingWay, listener);
  }

  @Override
  public List<ChangesetId> apply() {
    List<ChangesetId> done = new ArrayList<>();
    try {
      givingWay.attempt(() -> alone(run -> run.apply(done)), listener);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    return List.copyOf(done);
  }

  @Override
  public List<ChangesetSql> pendingSql() {
    return among(MigrationRun::pendingSql);
  }

  @Override
  public List<ChangesetLocks> measureLocks() {
    return measuredLocks(
        connection -> {
          if (ProductionMark.isOn(connection)) {
            throw LocksNotMeasuredException.ofProduction(connection.getCatalog());
          }
        });
  }

  @Override
  public List<ChangesetLocks> measureLocks(String databaseName) {
    requireNonNull(databaseName, "databaseName");
    return measuredLocks(
        connection -> {
          if (!databaseName.equals(connection.getCatalog())) {
            throw LocksNotMeasuredException.ofAnother(connection.getCatalog(), databaseName);
          }
        });
  }

  private List<ChangesetLocks> measuredLocks(Preparation check) {
    List<ChangesetSql> pending = with(MigrationRun::pendingSql, check);
    try (Connection connection = target.connect()) {
      return new LockMeasurement(connection, givingWay.lockTimeout()).of(pending);
    } catch (SQLException e) {
      throw DatabaseUnavailableException.of(e);
    }
  }

  @Override
  public List<ChangesetId> reset() {
    return reset(Reset::unlessSomethingIsLost);
  }

  @Override
  public List<ChangesetId> resetDiscardingRows(String databaseName) {
    requireNonNull(databaseName, "databaseName");
    return reset(reset -> reset.named(databaseName));
  }

  private interface Resetting {
    void with(Reset reset) throws SQLException;
  }

  private List<ChangesetId> reset(Resetting resetting) {
    if (target instanceof Target.Schema) {
      throw new UnsupportedOperationException("a reset empties the whole database");
    }
    List<ChangesetId> done = new ArrayList<>();
    return with(
        run -> run.applyAfterReset(done),
        connection -> {
          target.lock(connection).acquire(patience);
          resetting.with(new Reset(connection));
          target.prepareRecord(connection);
        });
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
          target.lock(connection).acquire(patience);
          target.prepareRecord(connection);
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
      Changelog read = LiquibaseScope.read(changelog, files, target.parameters());
      try (Connection connection = target.connect()) {
        preparation.of(connection);
        return LiquibaseScope.call(
            connection, target.recordSchema(), files, database -> work.on(run(database, read)));
      }
    } catch (LockTimeoutException e) {
      throw new MigrationLockException(e.holder(), e.waited(), e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (SQLException e) {
      throw DatabaseUnavailableException.of(e);
    } catch (LiquibaseException | IOException e) {
      throw translated(e);
    }
  }

  private MigrationRun run(AtomicDatabase database, Changelog read) {
    return new MigrationRun(database, read, new Progress(database, givingWay, listener));
  }

  private static MigrationException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new MigrationInterruptedException(e);
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
