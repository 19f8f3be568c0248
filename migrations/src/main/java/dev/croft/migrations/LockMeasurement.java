package dev.croft.migrations;

import dev.croft.migrations.ChangesetLocks.Measure;
import dev.croft.migrations.locks.LockMeter;
import dev.croft.migrations.locks.RelationLock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs pending changesets in a transaction that is rolled back, and reads what they lock.
 *
 * <p>All run one after the other in one transaction, for each may need those before it. A lock that
 * an earlier one holds already cannot be seen again; so each of which that may hide something runs
 * once more, alone, and where it can, that is the measure.
 */
final class LockMeasurement {
  // As text to be executed by a block: so a changeset that commits by itself is refused, instead of
  // committing what was to be rolled back.
  private static final String PASS = "select set_config('croft.measured', ?, true)";
  private static final String EXECUTE =
      "do $measure$ begin execute current_setting('croft.measured'); end $measure$";

  private final Connection connection;
  private final Duration lockTimeout;

  /**
   * @param lockTimeout zero for as long as the server lets it
   */
  LockMeasurement(Connection connection, Duration lockTimeout) {
    this.connection = connection;
    this.lockTimeout = lockTimeout;
  }

  List<ChangesetLocks> of(List<ChangesetSql> pending) throws SQLException {
    connection.setAutoCommit(false);
    List<ChangesetLocks> measured = new ArrayList<>();
    try {
      for (ChangesetLocks each : together(pending)) {
        measured.add(
            each.measure() == Measure.AFTER_OTHERS
                ? alone(pending.get(measured.size()), each)
                : each);
      }
      return measured;
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private List<ChangesetLocks> together(List<ChangesetSql> pending) throws SQLException {
    begin();
    List<ChangesetLocks> measured = new ArrayList<>();
    LockMeter meter = LockMeter.in(connection);
    for (ChangesetSql each : pending) {
      meter = meter.again();
      measured.add(each.isInTransaction() ? measured(each, meter) : notMeasured(each));
    }
    connection.rollback();
    return measured;
  }

  private ChangesetLocks alone(ChangesetSql changeset, ChangesetLocks afterOthers)
      throws SQLException {
    begin();
    ChangesetLocks alone = measured(changeset, LockMeter.in(connection));
    connection.rollback();
    return alone.measure() == Measure.WHOLE ? alone : afterOthers;
  }

  private void begin() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local lock_timeout = " + lockTimeout.toMillis());
    }
  }

  private ChangesetLocks measured(ChangesetSql changeset, LockMeter meter) throws SQLException {
    long begin = System.nanoTime();
    Savepoint savepoint = connection.setSavepoint();
    try {
      for (String sql : changeset.statements()) {
        execute(sql);
      }
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      List<RelationLock> locks = meter.read();
      connection.releaseSavepoint(savepoint);
      Measure measure = meter.hasLocksBefore() ? Measure.AFTER_OTHERS : Measure.WHOLE;
      return new ChangesetLocks(changeset.id(), measure, locks, took, Optional.empty());
    } catch (SQLException e) {
      connection.rollback(savepoint);
      return failed(changeset, e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (PreparedStatement pass = connection.prepareStatement(PASS);
        Statement statement = connection.createStatement()) {
      pass.setString(1, sql);
      pass.execute();
      statement.execute(EXECUTE);
    }
  }

  private static ChangesetLocks failed(ChangesetSql changeset, SQLException failure) {
    return new ChangesetLocks(
        changeset.id(),
        Measure.FAILED,
        List.of(),
        Duration.ZERO,
        Optional.of(ServerComplaint.in(failure).text()));
  }

  private static ChangesetLocks notMeasured(ChangesetSql changeset) {
    return new ChangesetLocks(
        changeset.id(), Measure.NOT_IN_TRANSACTION, List.of(), Duration.ZERO, Optional.empty());
  }
}
