package dev.croft.migrations.lock;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import liquibase.GlobalConfiguration;
import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LockException;
import liquibase.lockservice.DatabaseChangeLogLock;
import liquibase.lockservice.LockService;
import org.jspecify.annotations.Nullable;

/**
 * Gives every user of Liquibase in this JVM the lock of {@link AdvisoryLock} instead of a row in a
 * table, which stays locked when the process is killed. Liquibase finds it by itself.
 */
public final class AdvisoryLockService implements LockService {
  private @Nullable Database database;
  private @Nullable Duration patience;

  /** For Liquibase, which makes one for each database. */
  public AdvisoryLockService() {}

  @Override
  public int getPriority() {
    return PRIORITY_DATABASE + 1;
  }

  @Override
  public boolean supports(Database database) {
    return database instanceof PostgresDatabase
        && database.getConnection() instanceof JdbcConnection;
  }

  @Override
  public void setDatabase(Database database) {
    this.database = database;
  }

  /**
   * @param minutes how long {@link #waitForLock()} waits
   */
  @Override
  public void setChangeLogLockWaitTime(long minutes) {
    patience = Duration.ofMinutes(minutes);
  }

  @Override
  public void setChangeLogLockRecheckTime(long seconds) {}

  @Override
  public boolean hasChangeLogLock() {
    try {
      return lock().isHeld();
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void waitForLock() throws LockException {
    try {
      lock().acquire(patience());
    } catch (SQLException | LockTimeoutException e) {
      throw new LockException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LockException(e);
    }
  }

  @Override
  public boolean acquireLock() throws LockException {
    try {
      return lock().tryAcquire();
    } catch (SQLException e) {
      throw new LockException(e);
    }
  }

  @Override
  public void releaseLock() throws LockException {
    try {
      rollback();
      lock().release();
    } catch (SQLException e) {
      throw new LockException(e);
    }
  }

  @Override
  public DatabaseChangeLogLock[] listLocks() {
    return new DatabaseChangeLogLock[0];
  }

  /** Gives back this session's lock; that of another session ends with that session alone. */
  @Override
  public void forceReleaseLock() throws LockException {
    releaseLock();
  }

  @Override
  public void reset() {}

  @Override
  public void init() {}

  @Override
  public void destroy() {}

  private Duration patience() {
    return patience == null
        ? Duration.ofMinutes(GlobalConfiguration.CHANGELOGLOCK_WAIT_TIME.getCurrentValue())
        : patience;
  }

  private AdvisoryLock lock() {
    return new AdvisoryLock(connection());
  }

  /** A failed statement leaves a transaction in which no other can run. */
  private void rollback() throws SQLException {
    if (!connection().getAutoCommit()) {
      connection().rollback();
    }
  }

  private Connection connection() {
    Database known = requireNonNull(database, "database");
    return ((JdbcConnection) known.getConnection()).getUnderlyingConnection();
  }
}
