package dev.croft.session;

import static dev.croft.schema.admin.Tables.AUDIT_LOG;
import static java.util.Objects.requireNonNull;

import dev.croft.isolation.SessionConfigurations;
import java.sql.Connection;
import org.jooq.ConnectionProvider;
import org.jspecify.annotations.Nullable;

/**
 * The door to work across tenants, with credentials of its own and for a reason that is recorded.
 * Its statements are not fenced. There is no way to one from a {@link TenantSession}.
 */
public final class SystemSession extends Session<SystemSession> {
  private final String reason;

  private SystemSession(
      String reason, ConnectionProvider connections, TransactionScope<SystemSession> scope) {
    super(SessionConfigurations.system(connections), scope);
    this.reason = reason;
  }

  static SystemSession open(Sessions sessions, String reason) {
    requireNonNull(reason, "reason");
    if (reason.isBlank()) {
      throw new IllegalArgumentException("A system session needs a reason: say what it is for");
    }
    Outside outside = new Outside(sessions, reason);
    SystemSession session = new SystemSession(reason, outside, outside);
    session.recordOpening(sessions.pool().user());
    return session;
  }

  /** Before the session is handed out, so that there is no use of it without a record. */
  private void recordOpening(String actor) {
    dsl()
        .insertInto(AUDIT_LOG)
        .set(AUDIT_LOG.ACTOR, actor)
        .set(AUDIT_LOG.ACTION, "system_session:open")
        .set(AUDIT_LOG.REASON, reason)
        .execute();
  }

  /** Why this session was opened. */
  public String reason() {
    return reason;
  }

  /** Without the reason, which may name persons. */
  @Override
  public String toString() {
    return "SystemSession";
  }

  private record Outside(Sessions sessions, String reason)
      implements TransactionScope<SystemSession>, ConnectionProvider {
    @Override
    public <T extends @Nullable Object, E extends Exception> T run(
        TransactionOptions options, TransactionCallable<SystemSession, T, E> work) throws E {
      return sessions.transactions().run(options, this::inside, work);
    }

    private SystemSession inside(Transaction transaction) {
      return new Inside(transaction, reason, 0).session();
    }

    @Override
    public Connection acquire() {
      sessions.open().checkNone();
      return sessions.pool().take();
    }

    @Override
    public void release(Connection connection) {
      sessions.pool().giveBack(connection);
    }
  }

  private record Inside(Transaction transaction, String reason, int depth)
      implements TransactionScope<SystemSession>, ConnectionProvider {

    SystemSession session() {
      return new SystemSession(reason, this, this);
    }

    @Override
    public <T extends @Nullable Object, E extends Exception> T run(
        TransactionOptions options, TransactionCallable<SystemSession, T, E> work) throws E {
      transaction.checkUse(depth);
      Transactions.checkNestedOptions(options);
      return Transactions.nested(transaction, this::nested, work);
    }

    private SystemSession nested(Transaction same) {
      return new Inside(same, reason, depth + 1).session();
    }

    @Override
    public Connection acquire() {
      transaction.checkUse(depth);
      return transaction.connection();
    }

    @Override
    public void release(Connection connection) {}
  }
}
