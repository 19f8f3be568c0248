package dev.croft.session;

import dev.croft.connection.ConnectionPool;
import dev.croft.doctor.Doctor;
import dev.croft.isolation.TenantId;

/** Makes the sessions of tenants, on one pool. */
public final class Sessions {
  private final ConnectionPool pool;
  private final OpenTransactions open;
  private final Transactions transactions;

  private Sessions(ConnectionPool pool, OpenTransactions open) {
    this.pool = pool;
    this.open = open;
    this.transactions = new Transactions(pool, open);
  }

  /**
   * Sessions on the connections of {@code pool}, for tenants.
   *
   * @throws dev.croft.exception.UnsafeDatabaseException when the pool's role could leave its tenant
   */
  public static Sessions forTenants(ConnectionPool pool) {
    return forTenants(pool, false);
  }

  /**
   * Sessions on the connections of {@code pool}, for tenants.
   *
   * @param reportOnly whether the doctor only logs what it finds
   * @throws dev.croft.exception.UnsafeDatabaseException when the pool's role could leave its tenant
   */
  public static Sessions forTenants(ConnectionPool pool, boolean reportOnly) {
    Doctor.checkRuntime(pool, reportOnly);
    return new Sessions(pool, new OpenTransactions());
  }

  /** A session of {@code tenant}. */
  public TenantSession tenant(TenantId tenant) {
    return TenantSession.open(this, tenant);
  }

  ConnectionPool pool() {
    return pool;
  }

  OpenTransactions open() {
    return open;
  }

  Transactions transactions() {
    return transactions;
  }
}
