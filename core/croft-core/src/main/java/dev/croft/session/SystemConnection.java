package dev.croft.session;

import dev.croft.exception.ExceptionTranslator;
import dev.croft.exception.SessionException;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jooq.tools.jdbc.DefaultConnection;

/** What jOOQ sees of a connection in a system session: all but what ends its transaction. */
final class SystemConnection extends DefaultConnection {
  private final Transaction transaction;

  SystemConnection(Transaction transaction) {
    super(transaction.connection());
    this.transaction = transaction;
  }

  /** Keeps what a single statement did, unless it failed: then its exception is on its way. */
  void end() {
    try {
      if (getDelegate().isClosed() || transaction.hasFailed()) {
        transaction.rollback();
      } else {
        transaction.commit();
      }
    } catch (SQLException e) {
      throw ExceptionTranslator.translate(e);
    } finally {
      transaction.end();
    }
  }

  @Override
  public void setAutoCommit(boolean autoCommit) {
    throw refused("setAutoCommit");
  }

  @Override
  public void setReadOnly(boolean readOnly) {
    throw refused("setReadOnly");
  }

  @Override
  public void commit() {
    throw refused("commit");
  }

  @Override
  public void rollback() {
    throw refused("rollback");
  }

  @Override
  public void rollback(Savepoint savepoint) {
    throw refused("rollback");
  }

  @Override
  public void close() {
    throw refused("close");
  }

  private static SessionException refused(String method) {
    return new SessionException(
        "Connection.%s was refused in a system session".formatted(method),
        "work would be committed without its record",
        "Use the session's transaction(…).");
  }
}
