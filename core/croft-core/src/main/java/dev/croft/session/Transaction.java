package dev.croft.session;

import dev.croft.exception.DatabaseException;
import dev.croft.exception.ExceptionTranslator;
import dev.croft.exception.OutcomeUnknownException;
import dev.croft.exception.PoisonedConnectionException;
import dev.croft.exception.SessionException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** One transaction on one connection, used by one thread. Nesting is by savepoints. */
final class Transaction {
  /** The last of them is known to PostgreSQL 17 and later. */
  private static final String LIMIT =
      """
      select pg_catalog.set_config(name, value, true) from (values \
      ('statement_timeout', ?), ('idle_in_transaction_session_timeout', ?), \
      ('transaction_timeout', ?)) as limits (name, value) \
      where pg_catalog.current_setting(name, true) is not null\
      """;

  /** The server ends the connection of a client that is gone only after its own limit. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final CleanConnections connections;
  private final Connection connection;
  private final Thread owner = Thread.currentThread();
  private final @Nullable Instant deadline;
  private final Optional<Duration> limit;
  private int depth;
  private boolean broken;
  private boolean suspect;
  private int silenceOfOthers;
  private Runnable afterEnd = () -> {};

  private Transaction(
      CleanConnections connections, Connection connection, TransactionOptions options) {
    this.connections = connections;
    this.connection = connection;
    this.limit = options.timeout();
    this.deadline = limit.map(time -> Instant.now().plus(time)).orElse(null);
  }

  static Transaction begin(CleanConnections connections, TransactionOptions options) {
    return begin(connections, connections.take(), options);
  }

  /** Begins one on {@code connection}, which was taken of {@code connections}. */
  static Transaction begin(
      CleanConnections connections, Connection connection, TransactionOptions options) {
    try {
      connection.setAutoCommit(false);
      connection.setReadOnly(options.isReadOnly());
      if (options.isolation() != IsolationLevel.READ_COMMITTED) {
        connection.setTransactionIsolation(options.isolation().jdbcLevel());
      }
      Transaction transaction = new Transaction(connections, connection, options);
      transaction.setLimits();
      return transaction;
    } catch (SQLException e) {
      connections.evict(connection);
      throw ExceptionTranslator.translate(e);
    }
  }

  private void setLimits() throws SQLException {
    if (limit.isEmpty()) {
      return;
    }
    allowSilenceOf(limit.get().plus(GRACE));
    try (PreparedStatement statement = connection.prepareStatement(LIMIT)) {
      long millis = Math.max(1, limit.get().toMillis());
      statement.setString(1, millis + "ms");
      statement.setString(2, millis + GRACE.toMillis() + "ms");
      statement.setString(3, millis + GRACE.toMillis() + "ms");
      statement.execute();
    }
  }

  /** A network that is silent for longer than statements may take is taken for lost. */
  private void allowSilenceOf(Duration time) throws SQLException {
    int millis = (int) Math.min(Integer.MAX_VALUE, time.toMillis());
    int allowed = connection.getNetworkTimeout();
    if (allowed > 0 && allowed < millis) {
      connection.setNetworkTimeout(Runnable::run, millis);
      silenceOfOthers = allowed;
    }
  }

  /** Only where no statement of the work has succeeded: its effects would be undone. */
  void beginAgain() throws SQLException {
    connection.rollback();
    setLimits();
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
      checkNotLost();
      checkNotFailed();
      connection.commit();
    } catch (SQLException e) {
      broken |= ExceptionTranslator.isConnectionLost(e);
      throw commitFailure(e);
    }
  }

  /** Whether one of its statements failed. */
  boolean hasFailed() throws SQLException {
    BaseConnection driver = connection.unwrap(BaseConnection.class);
    return driver.getTransactionState() == TransactionState.FAILED;
  }

  /** Its loss was seen, and perhaps hidden, while work was done: no COMMIT is sent. */
  private void checkNotLost() throws SQLException {
    if (connection.isClosed()) {
      broken = true;
      throw ExceptionTranslator.closed();
    }
  }

  /** PostgreSQL answers COMMIT of a failed transaction with a rollback, and without an error. */
  private void checkNotFailed() throws SQLException {
    if (hasFailed()) {
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
      throw ExceptionTranslator.translate(e, connection);
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
        throw ExceptionTranslator.translate(e, connection);
      }
      broken = true;
    }
  }

  /** Has {@code action} run once it is known, or never will be, whether this was committed. */
  void afterEnd(Runnable action) {
    afterEnd = action;
  }

  /** Gives the connection back, or closes it where it may not be as it was. Never throws. */
  void end() {
    depth = -1;
    afterEnd.run();
    try {
      if (!broken) {
        connection.setAutoCommit(true);
        if (silenceOfOthers > 0) {
          connection.setNetworkTimeout(Runnable::run, silenceOfOthers);
        }
      }
    } catch (SQLException e) {
      broken = true;
    }
    giveBack();
  }

  private void giveBack() {
    if (broken) {
      connections.evict(connection);
    } else if (suspect) {
      giveBackSuspect();
    } else {
      connections.giveBack(connection);
    }
  }

  private void giveBackSuspect() {
    try {
      connections.giveBackSuspect(connection);
    } catch (PoisonedConnectionException e) {
      // It is closed, and the failure before this one is the error that matters.
    }
  }

  /** The connection is closed at the end, whatever it looks like then. */
  void giveUp() {
    broken = true;
  }

  /** After a failure that something on the connection may have caused. */
  void suspect() {
    suspect = true;
  }
}
