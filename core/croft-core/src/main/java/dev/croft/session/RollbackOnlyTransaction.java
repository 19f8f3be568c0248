package dev.croft.session;

import dev.croft.isolation.TenantId;
import java.time.Duration;

/**
 * A transaction of one tenant that can only be rolled back: there is no way to commit it. Its
 * session is as fenced as any other; what it writes, it alone sees, until it is undone.
 */
public final class RollbackOnlyTransaction implements AutoCloseable {
  /** One that waits for another of the same thread would else wait for ever. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Transaction transaction;
  private final OpenTransactions open;
  private final TenantSession session;
  private boolean closed;

  private RollbackOnlyTransaction(
      Transaction transaction, OpenTransactions open, TenantSession session) {
    this.transaction = transaction;
    this.open = open;
    this.session = session;
  }

  static RollbackOnlyTransaction begin(Sessions sessions, TenantId tenant) {
    sessions.open().checkNone();
    Transaction transaction =
        Transaction.begin(sessions.connections(), TransactionOptions.defaults().timeout(LIMIT));
    sessions.open().opened(transaction);
    TenantSession session = TenantSession.inside(sessions, tenant, transaction);
    return new RollbackOnlyTransaction(transaction, sessions.open(), session);
  }

  /** The session, for the thread that began the transaction; a transaction in it is a savepoint. */
  public TenantSession session() {
    return session;
  }

  /**
   * Undoes everything and gives the connection back. Doing so again does nothing.
   *
   * @throws dev.croft.exception.SessionException when another thread began the transaction
   */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    transaction.checkUse(0);
    closed = true;
    transaction.rollback();
    open.closed();
    transaction.end();
  }
}
