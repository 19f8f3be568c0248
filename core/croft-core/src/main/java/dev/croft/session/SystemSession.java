package dev.croft.session;

import dev.croft.isolation.SessionConfigurations;
import org.jooq.impl.DefaultExecuteListenerProvider;

/**
 * The door to work across tenants, with credentials of its own, for a reason that is recorded, and
 * for a limited time. Its statements are not fenced. There is no way to one from a {@link
 * TenantSession}.
 *
 * <p>It reads: the server refuses to write, in and outside of transactions, until {@link
 * #writing()}. Every transaction that writes, and so every single statement, leaves an entry in
 * {@code admin.audit_log} that is committed with it or not at all. Reads leave the entry of the
 * session's opening.
 *
 * <p>A statement outside a transaction is run in one of its own, with what that costs in network
 * round trips.
 */
public final class SystemSession extends Session<SystemSession> {
  private final SystemScope scope;

  SystemSession(SystemScope scope) {
    super(
        SessionConfigurations.system(scope, scope.observers())
            .deriveAppending(new DefaultExecuteListenerProvider(new TransactionControl())),
        scope);
    this.scope = scope;
  }

  /** The record is committed before the session is handed out. */
  static SystemSession open(SystemSessions sessions, SystemPurpose purpose) {
    SystemScope.Outside outside = new SystemScope.Outside(sessions, purpose, false);
    outside.record(outside.journal()::opened);
    return outside.session();
  }

  /** Why this session was opened. */
  public String reason() {
    return scope.purpose().reason();
  }

  /** Who opened this session. */
  public Actor actor() {
    return scope.purpose().actor();
  }

  /**
   * The same session, for work that writes.
   *
   * @throws dev.croft.exception.SessionException inside a transaction that was begun to read
   */
  public SystemSession writing() {
    return scope.writing();
  }

  /** As {@link #forEachTenant(ForEachTenantOptions, TransactionWork)}, with default options. */
  public <E extends Exception> TenantReport forEachTenant(TransactionWork<TenantSession, E> work) {
    return forEachTenant(ForEachTenantOptions.defaults(), work);
  }

  /**
   * Runs {@code work} once for each tenant, in a transaction of that tenant's own session: fenced,
   * on the connections of tenant sessions, several tenants at a time. The transactions are
   * read-only unless this session is {@link #writing()}; then each leaves an entry in the tenant's
   * audit log. What fails for one tenant is rolled back and reported, and the others go on.
   *
   * <p>The run itself is recorded in {@code admin.audit_log} before it begins and when it ends. An
   * {@link Error} of the work stops the run and comes out as thrown.
   *
   * @return for which tenants it succeeded and for which it failed
   * @throws TenantRunException when it could not go through all tenants: this thread was
   *     interrupted, the time of the session was over, or tenants could not be listed
   */
  public <E extends Exception> TenantReport forEachTenant(
      ForEachTenantOptions options, TransactionWork<TenantSession, E> work) {
    return new TenantRun<>(scope.outside(), options, work).run();
  }

  /** Without the reason, which may name persons. */
  @Override
  public String toString() {
    return "SystemSession";
  }
}
