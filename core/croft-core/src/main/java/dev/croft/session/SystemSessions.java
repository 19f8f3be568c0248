package dev.croft.session;

import static java.util.Objects.requireNonNull;

import dev.croft.connection.Access;
import dev.croft.connection.ConnectionPool;
import dev.croft.doctor.Doctor;
import dev.croft.isolation.StatementObservers;
import org.jspecify.annotations.Nullable;

/** Opens system sessions. They reach the sessions of tenants, which do not reach them. */
public final class SystemSessions {
  private final CleanConnections connections;
  private final @Nullable Sessions tenants;
  private final OpenTransactions open;
  private final Transactions transactions;
  private final StatementObservers observers;

  private SystemSessions(
      ConnectionPool pool, @Nullable Sessions tenants, StatementObservers observers) {
    ConnectionsOfPool own = ConnectionsOfPool.of(pool);
    this.connections = own.clean();
    this.observers = observers;
    this.tenants = tenants;
    this.open = tenants == null ? new OpenTransactions() : tenants.open();
    this.transactions = new Transactions(open, own::begin);
  }

  /**
   * Sessions on the connections of {@code pool}, for the system.
   *
   * @param tenants the sessions of tenants, whose open transactions these know of; null where there
   *     are none
   * @param reportOnly whether the doctor only logs what it finds
   * @param observers who is told of their statements
   * @throws dev.croft.exception.UnsafeDatabaseException when the pool's role is not the system's
   */
  public static SystemSessions on(
      ConnectionPool pool,
      @Nullable Sessions tenants,
      boolean reportOnly,
      StatementObservers observers) {
    Doctor.checkSystem(pool, reportOnly);
    return new SystemSessions(pool, tenants, observers);
  }

  /**
   * Opens a session, once its reason is recorded in {@code admin.audit_log}.
   *
   * @throws IllegalArgumentException when the reason is blank
   */
  public SystemSession open(String reason, SystemOptions options) {
    requireNonNull(reason, "reason");
    return SystemSession.open(this, SystemPurpose.of(reason, options, pool().user()));
  }

  ConnectionPool pool() {
    return connections.pool();
  }

  CleanConnections connections() {
    return connections;
  }

  StatementObservers observers() {
    return observers;
  }

  /** The sessions of tenants, on a pool of their own. */
  Sessions tenants() {
    if (tenants == null) {
      throw ConnectionPool.missing(Access.RUNTIME);
    }
    return tenants;
  }

  /** What is to happen after each transaction that wrote, whosever rows. */
  Runnable afterWrite() {
    return tenants == null ? () -> {} : tenants.afterSystemWrite();
  }

  OpenTransactions open() {
    return open;
  }

  Transactions transactions() {
    return transactions;
  }
}
