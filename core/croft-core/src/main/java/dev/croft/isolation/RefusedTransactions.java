package dev.croft.isolation;

import dev.croft.exception.SessionException;
import org.jooq.TransactionContext;
import org.jooq.TransactionProvider;

/** jOOQ's own transactions, which would not know of the tenant. */
final class RefusedTransactions implements TransactionProvider {
  @Override
  public void begin(TransactionContext context) {
    throw refused();
  }

  @Override
  public void commit(TransactionContext context) {
    throw refused();
  }

  @Override
  public void rollback(TransactionContext context) {
    throw refused();
  }

  private static SessionException refused() {
    return new SessionException(
        "A transaction was not begun on a session's dsl()",
        "transactions belong to sessions",
        "Use the session's transaction(…).");
  }
}
