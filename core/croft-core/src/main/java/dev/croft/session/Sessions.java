package dev.croft.session;

import dev.croft.connection.ConnectionPool;
import dev.croft.doctor.Doctor;
import dev.croft.isolation.StatementObservers;
import dev.croft.isolation.TenantId;
import dev.croft.sealing.Sealing;
import dev.croft.sealing.SealingCheck;
import dev.croft.sealing.TenantSetting;
import java.util.Collection;
import java.util.Optional;
import org.jooq.Schema;

/** Makes the sessions of tenants, on one pool. */
public final class Sessions {
  private final CleanConnections connections;
  private final OpenTransactions open;
  private final OpenResults results;
  private final Transactions transactions;
  private final StatementObservers observers;
  private final TenantSetting setting;

  private Sessions(
      ConnectionPool pool,
      OpenTransactions open,
      TenantSetting setting,
      StatementObservers observers) {
    this.connections = new CleanConnections(pool);
    this.setting = setting;
    this.open = open;
    this.observers = observers;
    this.results = new OpenResults(pool);
    this.transactions = new Transactions(connections, open, results);
  }

  /**
   * Sessions on the connections of {@code pool}, for tenants.
   *
   * @param schemas the generated schemas of the application, for the doctor to compare
   * @param sealing how they sign who they are, if the database is sealed
   * @param reportOnly whether the doctor only logs what it finds
   * @param observers who is told of their statements
   * @throws dev.croft.exception.UnsafeDatabaseException when the pool's role could leave its
   *     tenant, or the driver does not send the entry into a tenant and a statement as one
   * @throws dev.croft.connection.ConfigurationException when the database is sealed in another way
   */
  public static Sessions forTenants(
      ConnectionPool pool,
      Collection<? extends Schema> schemas,
      Optional<Sealing> sealing,
      boolean reportOnly,
      StatementObservers observers) {
    Doctor.checkRuntime(pool, schemas, reportOnly);
    SealingCheck.check(pool, sealing);
    EntryTrial.check(pool);
    return new Sessions(pool, new OpenTransactions(), TenantSetting.of(sealing), observers);
  }

  /** A session of {@code tenant}. */
  public TenantSession tenant(TenantId tenant) {
    return TenantSession.open(this, tenant);
  }

  ConnectionPool pool() {
    return connections.pool();
  }

  CleanConnections connections() {
    return connections;
  }

  TenantEntry entry(TenantId tenant) {
    return new TenantEntry(tenant, pool().user(), setting);
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

  OpenTransactions open() {
    return open;
  }

  StatementObservers observers() {
    return observers;
  }

  OpenResults results() {
    return results;
  }

  Transactions transactions() {
    return transactions;
  }
}
