package dev.croft.session;

import dev.croft.connection.ConnectionPool;
import dev.croft.exception.ExceptionTranslator;
import dev.croft.isolation.TenantId;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.ConnectionProvider;

/** Gives each single statement of a tenant session a connection, and takes it back. */
final class TenantConnections implements ConnectionProvider {
  private final ConnectionPool pool;
  private final OpenTransactions open;
  private final TenantEntry entry;

  TenantConnections(Sessions sessions, TenantId tenant) {
    this.pool = sessions.pool();
    this.open = sessions.open();
    this.entry = sessions.entry(tenant);
  }

  @Override
  public Connection acquire() {
    open.checkNone();
    return new TenantConnection(pool.take(), entry, false).proxy();
  }

  @Override
  public void release(Connection connection) {
    TenantConnection tenantConnection = (TenantConnection) Proxy.getInvocationHandler(connection);
    Connection raw = tenantConnection.raw();
    if (tenantConnection.isGivenUp()) {
      pool.evict(raw);
      return;
    }
    if (tenantConnection.isSuspect() && !isClean(raw)) {
      pool.evict(raw);
      throw TenantEntry.poisoned();
    }
    pool.giveBack(raw);
  }

  /** A connection that cannot answer is lost rather than poisoned, and the pool drops it. */
  private boolean isClean(Connection raw) {
    try {
      return entry.isClean(raw);
    } catch (SQLException e) {
      return ExceptionTranslator.isConnectionLost(e);
    }
  }
}
