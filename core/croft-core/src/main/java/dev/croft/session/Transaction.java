package dev.croft.session;

import dev.croft.connection.ConnectionPool;
import dev.croft.exception.DatabaseException;
import dev.croft.exception.ExceptionTranslator;
import dev.croft.exception.OutcomeUnknownException;
import dev.croft.exception.SessionException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** One transaction on one connection, used by one thread. Nesting is by savepoints. */
final class Transaction {
  private final ConnectionPool pool;
  private final Connection connection;
  private final Thread owner = Thread.currentThread();
  private final @Nullable Instant deadline;
  private int depth;
  private boolean broken;
  private @Nullable TenantEntry verification;

  private Transaction(ConnectionPool pool, Connection connection, TransactionOptions options) {
    this.pool = pool;
    this.connection = connection;
    this.deadline = options.timeout().map(limit -> Instant.now().plus(limit)).orElse(null);
  }

  static Transaction begin(ConnectionPool pool, TransactionOptions options) {
    Connection connection = pool.take();
    try {
      connection.setAutoCommit(false);
      connection.setReadOnly(options.isReadOnly());
      if (options.isolation() != IsolationLevel.READ_COMMITTED) {
        connection.setTransactionIsolation(options.isolation().jdbcLevel());
      }
      if (options.timeout().isPresent()) {
        limitStatements(connection, options.timeout().get());
      }
      return new Transaction(pool, connection, options);
    } catch (SQLException e) {
      pool.evict(connection);
      throw ExceptionTranslator.translate(e);
    }
  }

  private static void limitStatements(Connection connection, Duration limit) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select pg_catalog.set_config('statement_timeout', ?, true)")) {
      statement.setString(1, limit.toMillis() + "ms");
      statement.execute();
    }
  }

  Connection connection() {
    return connection;
  }

  /** Refuses use by another thread, after the end, or while a nested transaction runs. */
  void checkUse(int depthOfSession) {
    if (!owner.equals(Thread.currentThread())) {
      throw new SessionException(
          "A transaction's session was used by another thread",
          "the transaction belongs to the thread that began it",
          "Begin a transaction in each thread.");
    }
    if (depth != depthOfSession) {
      throw new SessionException(
          "A transaction's session was used out of turn",
          depth < depthOfSession ? "the transaction has ended" : "a nested transaction is running",
          "Use the session that the innermost running work was given.");
    }
  }

  void commit() {
    if (deadline != null && Instant.now().isAfter(deadline)) {
      rollback();
      throw new SessionException(
          "A transaction was rolled back",
          "it was not done within its time limit",
          "Do less in one transaction, or give it a longer timeout.");
    }
    try {
      checkNotFailed();
      connection.commit();
    } catch (SQLException e) {
      broken = ExceptionTranslator.isConnectionLost(e);
      throw commitFailure(e);
    }
  }

  /** PostgreSQL answers COMMIT of a failed transaction with a rollback, and without an error. */
  private void checkNotFailed() throws SQLException {
    BaseConnection driver = connection.unwrap(BaseConnection.class);
    if (driver.getTransactionState() == TransactionState.FAILED) {
      rollback();
      throw new SessionException(
          "A transaction was rolled back",
          "one of its statements failed, and its work returned all the same",
          "Let the exception pass, or run what may fail in a nested transaction.");
    }
  }

  private static DatabaseException commitFailure(SQLException e) {
    DatabaseException failure = ExceptionTranslator.translate(e);
    return ExceptionTranslator.isConnectionLost(e)
        ? OutcomeUnknownException.ofCommit(failure)
        : failure;
  }

  /** Never throws: what made the caller roll back is the error that matters. */
  void rollback() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      broken = true;
    }
  }

  Savepoint enterNested() {
    try {
      Savepoint savepoint = connection.setSavepoint();
      depth++;
      return savepoint;
    } catch (SQLException e) {
      throw ExceptionTranslator.translate(e);
    }
  }

  void leaveNested(Savepoint savepoint, boolean keep) {
    depth--;
    try {
      if (keep) {
        connection.releaseSavepoint(savepoint);
      } else {
        connection.rollback(savepoint);
      }
    } catch (SQLException e) {
      if (keep) {
        throw ExceptionTranslator.translate(e);
      }
      broken = true;
    }
  }

  /** Gives the connection back, or closes it where it may not be as it was. */
  void end() {
    depth = -1;
    try {
      if (!broken) {
        connection.setAutoCommit(true);
        broken = !isClean();
      }
    } catch (SQLException e) {
      broken = true;
    }
    if (broken) {
      pool.evict(connection);
    } else {
      pool.giveBack(connection);
    }
  }

  /** The connection is closed at the end, whatever it looks like then. */
  void giveUp() {
    broken = true;
  }

  /** After a failed entry: the connection goes back only where {@code entry} finds it clean. */
  void verifyAtEnd(TenantEntry entry) {
    verification = entry;
  }

  private boolean isClean() throws SQLException {
    return verification == null || verification.isClean(connection);
  }
}
