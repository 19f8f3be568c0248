package dev.croft.session;

import dev.croft.exception.DatabaseException;
import dev.croft.exception.SessionException;
import java.sql.Savepoint;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs work in a transaction of its own, or nested in one. */
final class Transactions {
  private final OpenTransactions open;
  private final Function<TransactionOptions, Transaction> beginning;

  Transactions(OpenTransactions open, Function<TransactionOptions, Transaction> beginning) {
    this.open = open;
    this.beginning = beginning;
  }

  <S, T extends @Nullable Object, E extends Exception> T run(
      TransactionOptions options,
      Function<Transaction, S> session,
      TransactionCallable<S, T, E> work)
      throws E {
    open.checkNone();
    Retries retries = new Retries(options);
    while (true) {
      try {
        return runOnce(options, session, work);
      } catch (DatabaseException e) {
        retries.pauseOrThrow(e);
      } catch (Throwable e) {
        retries.throwIfUnknown(e);
        throw e;
      }
    }
  }

  private <S, T extends @Nullable Object, E extends Exception> T runOnce(
      TransactionOptions options,
      Function<Transaction, S> session,
      TransactionCallable<S, T, E> work)
      throws E {
    Transaction transaction = beginning.apply(options);
    open.opened(transaction);
    boolean done = false;
    try {
      T result = work.call(session.apply(transaction));
      done = true;
      transaction.commit();
      return result;
    } finally {
      if (!done) {
        transaction.rollback();
      }
      open.closed();
      transaction.end();
    }
  }

  /** Runs {@code work} so that its failure undoes only what it did. */
  static <S, T extends @Nullable Object, E extends Exception> T nested(
      Transaction transaction, Function<Transaction, S> session, TransactionCallable<S, T, E> work)
      throws E {
    Savepoint savepoint = transaction.enterNested();
    boolean done = false;
    try {
      T result = work.call(session.apply(transaction));
      done = true;
      return result;
    } finally {
      transaction.leaveNested(savepoint, done);
    }
  }

  /** A savepoint has no isolation level, access mode or retries of its own. */
  static void checkNestedOptions(TransactionOptions options) {
    if (!options.equals(TransactionOptions.defaults())) {
      throw new SessionException(
          "A nested transaction was not begun",
          "options apply to a whole transaction, and this would be a savepoint in one",
          "Give the options to the outermost transaction.");
    }
  }
}
