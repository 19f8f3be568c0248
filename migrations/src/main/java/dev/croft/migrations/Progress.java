package dev.croft.migrations;

import java.util.ArrayList;
import java.util.List;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows a run: what is done, and what failed. */
final class Progress extends AbstractChangeExecListener {
  private static final Logger log = LoggerFactory.getLogger(Migrator.class);

  private final AtomicDatabase database;
  private final GivingWay givingWay;
  private final MigrationListener listener;
  private final UnfinishedChangesets unfinished;
  private final List<ChangesetId> done = new ArrayList<>();
  private @Nullable ChangesetId current;
  private boolean leavesNothing;

  Progress(AtomicDatabase database, GivingWay givingWay, MigrationListener listener) {
    this.database = database;
    this.givingWay = givingWay;
    this.listener = listener;
    this.unfinished = new UnfinishedChangesets(database);
  }

  List<ChangesetId> done() {
    return List.copyOf(done);
  }

  /** The changeset that was begun and not finished, if any. */
  @Nullable ChangesetId current() {
    return current;
  }

  /** Whether what the current changeset did is undone when it fails. */
  boolean leavesNothing() {
    return leavesNothing;
  }

  @Override
  public void willRun(
      ChangeSet changeset,
      DatabaseChangeLog changelog,
      Database ignored,
      ChangeSet.RunStatus status) {
    begin(changeset);
    if (!changeset.isRunInTransaction()) {
      unfinished.begin(Ids.of(changeset));
    }
  }

  @Override
  public void willRun(
      Change change, ChangeSet changeset, DatabaseChangeLog changelog, Database ignored) {
    givingWay.limit(database, changeset);
  }

  @Override
  public void ran(
      ChangeSet changeset, DatabaseChangeLog changelog, Database ignored, ChangeSet.ExecType type) {
    if (!changeset.isRunInTransaction()) {
      unfinished.finish(Ids.of(changeset));
    }
    if (type.ran) {
      finish("applied {}");
    }
  }

  @Override
  public void willRollback(ChangeSet changeset, DatabaseChangeLog changelog, Database ignored) {
    begin(changeset);
  }

  @Override
  public void rolledBack(ChangeSet changeset, DatabaseChangeLog changelog, Database ignored) {
    finish("rolled back {}");
  }

  private void begin(ChangeSet changeset) {
    current = Ids.of(changeset);
    leavesNothing = changeset.isRunInTransaction();
    database.enter(changeset);
    listener.begun(current);
  }

  private void finish(String message) {
    if (current != null) {
      log.info(message, current);
      done.add(current);
      listener.finished(current);
    }
    current = null;
  }
}
