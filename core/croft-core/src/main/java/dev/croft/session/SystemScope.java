package dev.croft.session;

import dev.croft.exception.SessionException;
import dev.croft.isolation.StatementObservers;
import java.sql.Connection;
import java.time.Duration;
import java.util.function.Consumer;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Where a system session stands, and whether it writes there. */
sealed interface SystemScope extends TransactionScope<SystemSession>, ConnectionProvider {

  SystemPurpose purpose();

  boolean writes();

  StatementObservers observers();

  /** The same session, writing. */
  SystemSession writing();

  /** The place from which other sessions can be used. */
  Outside outside();

  default SystemSession session() {
    return new SystemSession(this);
  }

  /** Outside every transaction: each statement is run in one of its own. */
  record Outside(SystemSessions sessions, SystemPurpose purpose, boolean writes)
      implements SystemScope {
    private static final Duration RECORD_LIMIT = Duration.ofMinutes(1);

    @Override
    public <T extends @Nullable Object, E extends Exception> T run(
        TransactionOptions options, TransactionCallable<SystemSession, T, E> work) throws E {
      TransactionOptions bounded = purpose.bounded(options, writes);
      boolean writesNow = !bounded.isReadOnly();
      return sessions.transactions().run(bounded, begun -> begun(begun, writesNow), work);
    }

    /** The record comes first, so that there is no work without it. */
    private SystemSession begun(Transaction transaction, boolean writesNow) {
      SystemSession session = new Inside(transaction, purpose, observers(), writesNow, 0).session();
      if (writesNow) {
        transaction.afterEnd(sessions.afterWrite());
        journal().writes(session.dsl());
      }
      return session;
    }

    @Override
    public StatementObservers observers() {
      return sessions.observers();
    }

    SystemJournal journal() {
      return new SystemJournal(purpose);
    }

    /** Commits an entry by itself, also when the time of the session is over. */
    void record(Consumer<DSLContext> entry) {
      sessions
          .transactions()
          .<SystemSession, @Nullable Void, RuntimeException>run(
              TransactionOptions.defaults().timeout(RECORD_LIMIT),
              begun -> new Inside(begun, purpose, observers(), true, 0).session(),
              session -> {
                entry.accept(session.dsl());
                return null;
              });
    }

    @Override
    public Connection acquire() {
      sessions.open().checkNone();
      TransactionOptions bounded = purpose.bounded(TransactionOptions.defaults(), writes);
      Transaction transaction = Transaction.begin(sessions.connections(), bounded);
      try {
        begun(transaction, writes);
        return new SystemConnection(transaction);
      } catch (RuntimeException e) {
        transaction.rollback();
        transaction.end();
        throw e;
      }
    }

    @Override
    public void release(Connection connection) {
      ((SystemConnection) connection).end();
    }

    @Override
    public SystemSession writing() {
      return new Outside(sessions, purpose, true).session();
    }

    @Override
    public Outside outside() {
      return this;
    }

    Outside reading() {
      return new Outside(sessions, purpose, false);
    }
  }

  /** Inside a transaction, at some depth. */
  record Inside(
      Transaction transaction,
      SystemPurpose purpose,
      StatementObservers observers,
      boolean writes,
      int depth)
      implements SystemScope {
    @Override
    public <T extends @Nullable Object, E extends Exception> T run(
        TransactionOptions options, TransactionCallable<SystemSession, T, E> work) throws E {
      transaction.checkUse(depth);
      Transactions.checkNestedOptions(options);
      return Transactions.nested(transaction, this::nested, work);
    }

    private SystemSession nested(Transaction same) {
      return new Inside(same, purpose, observers, writes, depth + 1).session();
    }

    @Override
    public Connection acquire() {
      transaction.checkUse(depth);
      return new SystemConnection(transaction);
    }

    @Override
    public void release(Connection connection) {}

    @Override
    public SystemSession writing() {
      if (!writes) {
        throw new SessionException(
            "A transaction of a system session was not made writable",
            "the server decides that where it begins",
            "Begin it from croft.system(reason).writing().");
      }
      return session();
    }

    @Override
    public Outside outside() {
      throw new SessionException(
          "Tenants were not visited",
          "the system session is inside a transaction, which theirs would not be part of",
          "Call forEachTenant outside of it.");
    }
  }
}
