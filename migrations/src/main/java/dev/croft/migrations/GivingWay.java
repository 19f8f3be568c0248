package dev.croft.migrations;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import liquibase.changelog.ChangeSet;
import liquibase.database.jvm.JdbcConnection;

/**
 * How long a changeset waits for the locks of other sessions, and how often it tries.
 *
 * @param lockTimeout zero for as long as the server lets it
 */
record GivingWay(Duration lockTimeout, int attempts) {
  static final GivingWay NEVER = new GivingWay(Duration.ZERO, 1);

  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final long SHORTEST_PAUSE = 100;
  private static final long LONGEST_PAUSE = 10_000;
  private static final int DOUBLINGS = 10;

  static GivingWay of(Duration lockTimeout, int attempts) {
    if (lockTimeout.toMillis() < 1) {
      throw new IllegalArgumentException("lockTimeout: " + lockTimeout);
    }
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts: " + attempts);
    }
    return new GivingWay(lockTimeout, attempts);
  }

  /** Works until no lock is in the way, or as often as allowed. */
  void attempt(Runnable work, MigrationListener listener) throws InterruptedException {
    for (int tries = 1; ; tries++) {
      try {
        work.run();
        return;
      } catch (ChangesetFailedException e) {
        if (tries == attempts || !isWorthAnotherTry(e)) {
          throw e;
        }
        listener.gaveWay(e.changeset(), tries);
      }
      TimeUnit.MILLISECONDS.sleep(pauseAfter(tries));
    }
  }

  private static boolean isWorthAnotherTry(ChangesetFailedException failure) {
    return failure.isUndone() && failure.sqlState().equals(LOCK_NOT_AVAILABLE);
  }

  private static long pauseAfter(int tries) {
    return Math.min(SHORTEST_PAUSE << Math.min(tries - 1, DOUBLINGS), LONGEST_PAUSE);
  }

  /** Limits the waits of the transaction in which a change is about to run. */
  void limit(AtomicDatabase database, ChangeSet changeset) {
    if (lockTimeout.isZero() || !changeset.isRunInTransaction()) {
      return;
    }
    JdbcConnection connection = (JdbcConnection) database.getConnection();
    try (Statement statement = connection.getUnderlyingConnection().createStatement()) {
      statement.execute("set local lock_timeout = " + lockTimeout.toMillis());
    } catch (SQLException e) {
      throw DatabaseUnavailableException.of(e);
    }
  }
}
