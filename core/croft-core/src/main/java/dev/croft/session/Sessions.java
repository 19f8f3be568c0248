package dev.croft.session;

import dev.croft.connection.Access;
import dev.croft.connection.ConnectionPool;
import dev.croft.doctor.Doctor;
import dev.croft.doctor.Examination;
import dev.croft.isolation.StatementObservers;
import dev.croft.isolation.TenantId;
import dev.croft.sealing.Sealing;
import dev.croft.sealing.SealingCheck;
import dev.croft.sealing.TenantSetting;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Makes the sessions of tenants, on one pool, and on that of a replica for those that only read.
 */
public final class Sessions {
  private final ConnectionsOfPool own;
  private final @Nullable Replica replica;
  private final OpenTransactions open = new OpenTransactions();
  private final StatementObservers observers;
  private final TenantSetting setting;

  private Sessions(
      ConnectionPool pool,
      @Nullable ConnectionPool reader,
      TenantSetting setting,
      StatementObservers observers) {
    this.own = ConnectionsOfPool.of(pool);
    this.replica = reader == null ? null : new Replica(own, reader);
    this.setting = setting;
    this.observers = observers;
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
    return forTenants(pool, null, schemas, sealing, reportOnly, observers);
  }

  /**
   * As {@link #forTenants(ConnectionPool, Collection, Optional, boolean, StatementObservers)}, with
   * reader sessions, whose pool is examined as the other is.
   *
   * @param reader the pool of a replica; null where there is none
   * @throws dev.croft.connection.ConfigurationException also when the reader's database is another
   */
  public static Sessions forTenants(
      ConnectionPool pool,
      @Nullable ConnectionPool reader,
      Collection<? extends Schema> schemas,
      Optional<Sealing> sealing,
      boolean reportOnly,
      StatementObservers observers) {
    Examination found = Doctor.checkRuntime(pool, schemas, reportOnly);
    checkEntry(pool, sealing);
    if (reader != null) {
      SameDatabase.check(pool, reader);
      Doctor.checkReader(reader, schemas, reportOnly, found);
      checkEntry(reader, sealing);
    }
    return new Sessions(pool, reader, TenantSetting.of(sealing), observers);
  }

  private static void checkEntry(ConnectionPool pool, Optional<Sealing> sealing) {
    SealingCheck.check(pool, sealing);
    EntryTrial.check(pool);
  }

  /** A session of {@code tenant}. */
  public TenantSession tenant(TenantId tenant) {
    return TenantSession.open(this, tenant);
  }

  ConnectionPool pool() {
    return own.clean().pool();
  }

  CleanConnections connections() {
    return own.clean();
  }

  /** How statements of {@code tenant} reach the server that they may write on. */
  Route route(TenantId tenant) {
    Runnable afterWrite = replica == null ? () -> {} : () -> replica.writes().wroteTo(tenant);
    TenantEntry entry = entry(tenant, pool(), false);
    return new Route(
        List.of(own), own::take, new Transactions(open, own::begin), entry, afterWrite);
  }

  /**
   * How statements of {@code tenant} reach the replica, to read there.
   *
   * @param stale whether also where it lacks writes of this Croft to the tenant
   * @throws dev.croft.connection.ConfigurationException when there is no replica
   */
  Route readerRoute(TenantId tenant, boolean stale) {
    if (replica == null) {
      throw ConnectionPool.missing(Access.READER);
    }
    TenantEntry entry = entry(tenant, replica.pool(), true);
    ConnectionsOfPool behind = replica.connections();
    Supplier<ConnectionsOfPool.Taken> taking =
        stale ? behind::take : () -> replica.takeFresh(tenant);
    Transactions transactions = new Transactions(open, options -> taking.get().begin(options));
    return new Route(List.of(behind, own), taking, transactions, entry, () -> {});
  }

  private TenantEntry entry(TenantId tenant, ConnectionPool on, boolean readOnly) {
    return new TenantEntry(tenant, on.user(), setting, readOnly, on.sharesServerConnections());
  }

  /** What is to happen after a write across tenants. */
  Runnable afterSystemWrite() {
    return replica == null ? () -> {} : replica.writes()::wroteToAny;
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
}
