package dev.croft.session;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import org.jooq.ConnectionProvider;

/** Gives each single statement of a tenant session a connection, and takes it back. */
final class TenantConnections implements ConnectionProvider {
  private final OpenTransactions open;
  private final Route route;

  TenantConnections(OpenTransactions open, Route route) {
    this.open = open;
    this.route = route;
  }

  @Override
  public Connection acquire() {
    open.checkNone();
    ConnectionsOfPool.Taken taken = route.take();
    TenantConnection connection = route.outside(taken);
    taken.pool().results().opened(connection);
    return connection.proxy();
  }

  @Override
  public void release(Connection connection) {
    TenantConnection tenantConnection = (TenantConnection) Proxy.getInvocationHandler(connection);
    for (ConnectionsOfPool pool : route.pools()) {
      if (pool.results().closed(tenantConnection)) {
        giveBack(tenantConnection, pool.clean());
      }
    }
  }

  private static void giveBack(TenantConnection connection, CleanConnections clean) {
    if (connection.isGivenUp()) {
      clean.evict(connection.raw());
    } else if (connection.isSuspect()) {
      clean.giveBackSuspect(connection.raw());
    } else {
      clean.giveBack(connection.raw());
    }
  }
}
