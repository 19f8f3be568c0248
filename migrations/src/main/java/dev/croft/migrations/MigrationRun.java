package dev.croft.migrations;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.RuntimeEnvironment;
import liquibase.changelog.ChangeLogIterator;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.RanChangeSet;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.changelog.filter.IgnoreChangeSetFilter;
import liquibase.changelog.filter.ShouldRunChangeSetFilter;
import liquibase.changelog.visitor.RollbackVisitor;
import liquibase.changelog.visitor.UpdateVisitor;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/** One piece of work on one database, with the changelog read and compared with the record. */
final class MigrationRun {
  private final AtomicDatabase database;
  private final Changelog changelog;
  private final History history;
  private final Progress progress;

  MigrationRun(AtomicDatabase database, Changelog changelog, Progress progress) {
    this.database = database;
    this.changelog = changelog;
    this.history = new History(database);
    this.progress = progress;
  }

  MigrationStatus status() throws LiquibaseException {
    return history.status(changelog);
  }

  void validate() throws LiquibaseException {
    List<ChangesetId> changed = status().changed();
    if (!changed.isEmpty()) {
      throw new ChangedChangesetException(changed);
    }
    changelog.parsed().validate(database, new Contexts(), new LabelExpression());
  }

  /** The SQL of what is pending, or runs every time. */
  List<ChangesetSql> pendingSql() throws LiquibaseException {
    validate();
    ShouldRunChangeSetFilter pending = new ShouldRunChangeSetFilter(database);
    return changelog
        .changesets()
        .filter(each -> pending.accepts(each).isAccepted())
        .map(each -> ChangesetSql.of(each, database))
        .toList();
  }

  /**
   * @param done is added what has been applied, also where a later changeset fails
   */
  List<ChangesetId> apply(List<ChangesetId> done) throws LiquibaseException {
    return apply(done, "applied");
  }

  /** As {@link #apply}, and a failure says that what was there before is gone. */
  List<ChangesetId> applyAfterReset(List<ChangesetId> done) throws LiquibaseException {
    return apply(done, "applied to the emptied database");
  }

  private List<ChangesetId> apply(List<ChangesetId> done, String step) throws LiquibaseException {
    history.create();
    validate();
    new UnfinishedChangesets(database).cleanUp();
    ChangeLogIterator changesets =
        new ChangeLogIterator(
            changelog.parsed(), new DbmsChangeSetFilter(database), new IgnoreChangeSetFilter());
    ShouldRunChangeSetFilter pending = new ShouldRunChangeSetFilter(database);
    try {
      changesets.run(new UpdateVisitor(database, progress, pending), environment());
    } catch (LiquibaseException e) {
      throw failed(step, e);
    } finally {
      done.addAll(progress.done());
    }
    seeThatAllAreRecorded();
    return List.copyOf(done);
  }

  List<ChangesetId> rollback(RollbackChoice choice) throws LiquibaseException {
    history.create();
    validate();
    List<RanChangeSet> chosen = choice.from(history.applied(), status().unknown());
    ChangeLogIterator changesets = new ChangeLogIterator(chosen, changelog.parsed());
    try {
      changesets.run(new RollbackVisitor(database, progress), environment());
    } catch (LiquibaseException e) {
      throw failed("rolled back", e);
    }
    return progress.done();
  }

  void tag(String tag) throws LiquibaseException {
    history.create();
    validate();
    if (Tags.mustSet(tag, history.applied())) {
      history.tag(tag);
    }
  }

  private RuntimeEnvironment environment() {
    return new RuntimeEnvironment(database, new Contexts(), new LabelExpression());
  }

  private void seeThatAllAreRecorded() throws LiquibaseException {
    Set<ChangesetId> recorded = new HashSet<>();
    history.appliedForSure().forEach(each -> recorded.add(Ids.of(each)));
    List<ChangesetId> missing =
        changelog
            .changesets()
            .filter(each -> !isPostponed(each))
            .map(Ids::of)
            .filter(id -> !recorded.contains(id))
            .toList();
    if (!missing.isEmpty()) {
      throw new UnrecordedChangesetException(missing);
    }
  }

  /** Whether a precondition of the changeset says to go on without it. */
  private static boolean isPostponed(ChangeSet changeset) {
    return changeset
        .getChangeLog()
        .getSkippedBecauseOfPreconditionsChangeSets()
        .contains(changeset);
  }

  private MigrationException failed(String step, LiquibaseException failure)
      throws LiquibaseException {
    @Nullable RuntimeException thrownByListener = progress.thrownByListener();
    if (thrownByListener != null) {
      throw thrownByListener;
    }
    @Nullable ChangesetId current = progress.current();
    if (current == null) {
      throw failure;
    }
    return new ChangesetFailedException(
        current, step, ServerComplaint.in(failure), progress.leavesNothing());
  }
}
