package dev.croft.session;

import dev.croft.isolation.TenantId;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import org.jooq.ConnectionProvider;

/** Gives each single statement of a tenant session a connection, and takes it back. */
final class TenantConnections implements ConnectionProvider {
  private final CleanConnections clean;
  private final OpenTransactions open;
  private final OpenResults results;
  private final TenantEntry entry;

  TenantConnections(Sessions sessions, TenantId tenant) {
    this.clean = sessions.connections();
    this.open = sessions.open();
    this.results = sessions.results();
    this.entry = sessions.entry(tenant);
  }

  @Override
  public Connection acquire() {
    open.checkNone();
    Connection raw = results.makingRoom(clean::take);
    TenantConnection connection = new TenantConnection(raw, entry, false);
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
    if (connection.isGivenUp()) {
      clean.evict(connection.raw());
    } else if (connection.isSuspect()) {
      clean.giveBackSuspect(connection.raw());
    } else {
      clean.giveBack(connection.raw());
    }
  }
}
