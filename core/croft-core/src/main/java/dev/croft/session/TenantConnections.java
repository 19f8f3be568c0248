package dev.croft.session;

import dev.croft.connection.ConnectionPool;
import dev.croft.exception.ExceptionTranslator;
import dev.croft.exception.PoisonedConnectionException;
import dev.croft.isolation.TenantId;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.ConnectionProvider;

/** Gives each single statement of a tenant session a connection, and takes it back. */
final class TenantConnections implements ConnectionProvider {
  private final ConnectionPool pool;
  private final OpenTransactions open;
  private final OpenResults results;
  private final TenantEntry entry;

  TenantConnections(Sessions sessions, TenantId tenant) {
    this.pool = sessions.pool();
    this.open = sessions.open();
    this.results = sessions.results();
    this.entry = new TenantEntry(tenant, pool.user());
  }

  @Override
  public Connection acquire() {
    open.checkNone();
    TenantConnection connection = new TenantConnection(results.makingRoom(pool::take), entry);
    results.opened(connection);
    return connection.proxy();
  }

  @Override
  public void release(Connection connection) {
    TenantConnection tenantConnection = (TenantConnection) Proxy.getInvocationHandler(connection);
    if (results.closed(tenantConnection)) {
      giveBack(tenantConnection);
    }
  }

  private void giveBack(TenantConnection connection) {
    Connection raw = connection.raw();
    if (connection.isGivenUp()) {
      pool.evict(raw);
      return;
    }
    if (connection.isSuspect()) {
      proveClean(raw);
    }
    pool.giveBack(raw);
  }

  /** A connection that cannot answer is lost rather than poisoned, and the pool drops it. */
  private void proveClean(Connection raw) {
    try {
      entry.proveClean(raw);
    } catch (SQLException e) {
      if (!ExceptionTranslator.isConnectionLost(e)) {
        pool.evict(raw);
        throw ExceptionTranslator.translate(e);
      }
    } catch (PoisonedConnectionException e) {
      pool.evict(raw);
      throw e;
    }
  }
}
