package dev.croft.session;

import static dev.croft.schema.public_.Tables.TENANT_AUDIT_LOG;

import dev.croft.isolation.TenantId;

/** What a system session does in one tenant: its work, in one transaction of that tenant. */
record TenantVisit<E extends Exception>(
    SystemScope.Outside system, TransactionWork<TenantSession, E> work) {

  void run(TenantId tenant) throws E {
    TransactionOptions options =
        system.purpose().bounded(TransactionOptions.defaults(), system.writes());
    system
        .sessions()
        .tenants()
        .tenant(tenant)
        .as(system.purpose().actor())
        .transaction(options, this::runIn);
  }

  private void runIn(TenantSession session) throws E {
    if (system.writes()) {
      record(session);
    }
    work.run(session);
  }

  /** Without the reason, whose words may be about other tenants; the id leads to it. */
  private void record(TenantSession session) {
    session
        .dsl()
        .insertInto(TENANT_AUDIT_LOG)
        .set(TENANT_AUDIT_LOG.ACTOR_KIND, session.actor().kind().value())
        .set(TENANT_AUDIT_LOG.ACTOR, session.actor().name())
        .set(TENANT_AUDIT_LOG.ACTION, "system_session:visit")
        .set(TENANT_AUDIT_LOG.OBJECT_KIND, "system_session")
        .set(TENANT_AUDIT_LOG.OBJECT_ID, system.purpose().id())
        .execute();
  }
}
