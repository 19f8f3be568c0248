package dev.croft.session;

import dev.croft.connection.ConnectionPool;
import dev.croft.doctor.Doctor;
import dev.croft.isolation.TenantId;

/** Makes the sessions of one pool. */
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

  /**
   * Sessions on {@code pool}, for the system, which know of the open transactions of these.
   *
   * @param reportOnly whether the doctor only logs what it finds
   * @throws dev.croft.exception.UnsafeDatabaseException when the pool's role is not the system's
   */
  public Sessions forSystem(ConnectionPool systemPool, boolean reportOnly) {
    Doctor.checkSystem(systemPool, reportOnly);
    return new Sessions(systemPool, open);
  }

  /**
   * Sessions on {@code systemPool}, for the system, where there are none of tenants.
   *
   * @param reportOnly whether the doctor only logs what it finds
   * @throws dev.croft.exception.UnsafeDatabaseException when the pool's role is not the system's
   */
  public static Sessions forSystemAlone(ConnectionPool systemPool, boolean reportOnly) {
    Doctor.checkSystem(systemPool, reportOnly);
    return new Sessions(systemPool, new OpenTransactions());
  }

  /** A session of {@code tenant}. */
  public TenantSession tenant(TenantId tenant) {
    return TenantSession.open(this, tenant);
  }

  /** A session across tenants, which a pool of the system's role can serve. */
  public SystemSession system(String reason) {
    return SystemSession.open(this, reason);
  }

  /**
   * Begins a transaction of {@code tenant} that is never committed, for tests. The calling thread
   * is inside it until it is closed, and can use no other session of these.
   *
   * @throws dev.croft.exception.SessionException when the thread is inside a transaction of these
   */
  public RollbackOnlyTransaction rollbackOnly(TenantId tenant) {
    return RollbackOnlyTransaction.begin(this, tenant);
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
