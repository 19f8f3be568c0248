package dev.croft.session;

import dev.croft.connection.ConnectionPool;
import dev.croft.doctor.Doctor;
import dev.croft.isolation.TenantId;
import dev.croft.sealing.Sealing;
import dev.croft.sealing.SealingCheck;
import dev.croft.sealing.TenantSetting;
import java.util.Optional;

/** Makes the sessions of one pool. */
public final class Sessions {
  private final ConnectionPool pool;
  private final OpenTransactions open;
  private final Transactions transactions;
  private final TenantSetting setting;

  private Sessions(ConnectionPool pool, OpenTransactions open, TenantSetting setting) {
    this.pool = pool;
    this.setting = setting;
    this.open = open;
    this.transactions = new Transactions(pool, open);
  }

  /**
   * Sessions on the connections of {@code pool}, for tenants.
   *
   * @param sealing how they sign who they are, if the database is sealed
   * @param reportOnly whether the doctor only logs what it finds
   * @throws dev.croft.exception.UnsafeDatabaseException when the pool's role could leave its tenant
   * @throws dev.croft.connection.ConfigurationException when the database is sealed in another way
   */
  public static Sessions forTenants(
      ConnectionPool pool, Optional<Sealing> sealing, boolean reportOnly) {
    Doctor.checkRuntime(pool, reportOnly);
    SealingCheck.check(pool, sealing);
    return new Sessions(pool, new OpenTransactions(), TenantSetting.of(sealing));
  }

  /**
   * Sessions on {@code pool}, for the system, which know of the open transactions of these.
   *
   * @param reportOnly whether the doctor only logs what it finds
   * @throws dev.croft.exception.UnsafeDatabaseException when the pool's role is not the system's
   */
  public Sessions forSystem(ConnectionPool systemPool, boolean reportOnly) {
    Doctor.checkSystem(systemPool, reportOnly);
    return new Sessions(systemPool, open, setting);
  }

  /**
   * Sessions on {@code systemPool}, for the system, where there are none of tenants.
   *
   * @param reportOnly whether the doctor only logs what it finds
   * @throws dev.croft.exception.UnsafeDatabaseException when the pool's role is not the system's
   */
  public static Sessions forSystemAlone(ConnectionPool systemPool, boolean reportOnly) {
    Doctor.checkSystem(systemPool, reportOnly);
    return new Sessions(systemPool, new OpenTransactions(), TenantSetting.of(Optional.empty()));
  }

  /** A session of {@code tenant}. */
  public TenantSession tenant(TenantId tenant) {
    return TenantSession.open(this, tenant);
  }

  /** A session across tenants, which a pool of the system's role can serve. */
  public SystemSession system(String reason) {
    return SystemSession.open(this, reason);
  }

  TenantEntry entry(TenantId tenant) {
    return new TenantEntry(tenant, pool.user(), setting);
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
