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
  private @Nullable RuntimeException thrownByListener;
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

  @Nullable RuntimeException thrownByListener() {
    return thrownByListener;
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
    ChangesetId begun = current;
    tell(() -> listener.begun(begun));
  }

  private void finish(String message) {
    @Nullable ChangesetId finished = current;
    // Before anybody is told: a listener that fails says nothing of the changeset.
    current = null;
    if (finished != null) {
      log.info(message, finished);
      done.add(finished);
      tell(() -> listener.finished(finished));
    }
  }

  /** Liquibase would take what a listener throws for a fault of the changelog. */
  private void tell(Runnable news) {
    try {
      news.run();
    } catch (RuntimeException e) {
      thrownByListener = e;
      throw e;
    }
  }
}
