package dev.croft.testkit;

import dev.croft.CroftConfig;
import dev.croft.connection.Access;
import dev.croft.connection.ConnectionPool;
import dev.croft.isolation.StatementObservers;
import dev.croft.isolation.TenantId;
import dev.croft.session.RollbackOnlyTransaction;
import dev.croft.session.Sessions;
import dev.croft.session.TenantSession;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The transactions of one test, one for each tenant, all of its thread. Each has {@code Sessions}
 * of its own, because those of one kind let a thread be in one transaction only.
 */
final class TenantTransactions implements AutoCloseable {
  private final Pool pool;
  private final Map<TenantId, RollbackOnlyTransaction> open = new ConcurrentHashMap<>();

  TenantTransactions(Pool pool) {
    this.pool = pool;
  }

  TenantSession session(TenantId tenant) {
    return open.computeIfAbsent(tenant, pool::begin).session();
  }

  @Override
  public void close() {
    open.values().forEach(RollbackOnlyTransaction::close);
  }

  /** The connections of all tests of a class. */
  static final class Pool implements AutoCloseable {
    private static final int SIZE = 20;

    private final CroftConfig config;
    private final ConnectionPool connections;
    private final Map<TenantId, Sessions> sessions = new ConcurrentHashMap<>();

    Pool(CroftDatabase database) {
      this.config = database.config().withMaximumPoolSize(SIZE);
      this.connections = ConnectionPool.open(config.connections(), Access.RUNTIME);
    }

    private RollbackOnlyTransaction begin(TenantId tenant) {
      return sessions.computeIfAbsent(tenant, key -> newSessions()).rollbackOnly(tenant);
    }

    private Sessions newSessions() {
      return Sessions.forTenants(
          connections, config.schemas(), config.sealing(), false, new StatementObservers());
    }

    @Override
    public void close() {
      connections.close();
    }
  }
}
