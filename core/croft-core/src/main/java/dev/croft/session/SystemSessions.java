package dev.croft.session;

import static java.util.Objects.requireNonNull;

import dev.croft.connection.ConnectionPool;

/** Opens system sessions. They reach the sessions of tenants, which do not reach them. */
public final class SystemSessions {
  private final ConnectionPool pool;
  private final Sessions tenants;
  private final Transactions transactions;

  SystemSessions(ConnectionPool pool, Sessions tenants) {
    this.pool = pool;
    this.tenants = tenants;
    this.transactions = new Transactions(pool, tenants.open());
  }

  /**
   * Opens a session, once its reason is recorded in {@code admin.audit_log}.
   *
   * @throws IllegalArgumentException when the reason is blank
   */
  public SystemSession open(String reason, SystemOptions options) {
    requireNonNull(reason, "reason");
    return SystemSession.open(this, SystemPurpose.of(reason, options, pool.user()));
  }

  ConnectionPool pool() {
    return pool;
  }

  Sessions tenants() {
    return tenants;
  }

  Transactions transactions() {
    return transactions;
  }
}
