package dev.croft.audit;

import static dev.croft.schema.public_.Tables.TENANT_AUDIT_LOG;

import dev.croft.isolation.TenantId;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.session.SystemSession;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * The audit log of work across tenants, which no tenant sees, and the logs of all tenants. They
 * only grow, for system sessions too.
 */
public final class SystemAuditLogRepository {
  private final SystemSession session;
  private final LogRows log;
  private final LogRows tenants;

  private SystemAuditLogRepository(SystemSession session) {
    this.session = session;
    this.log = new LogRows(session.dsl(), LogTable.OF_SYSTEM);
    this.tenants = new LogRows(session.dsl(), LogTable.OF_TENANT);
  }

  /** The logs, as {@code session} may reach them. */
  public static SystemAuditLogRepository in(SystemSession session) {
    return new SystemAuditLogRepository(session);
  }

  /** Appends an entry that no tenant sees; without a reason of its own, it has the session's. */
  public AuditEntry append(NewAuditEntry entry) {
    NewAuditEntry reasoned = entry.reason().isBlank() ? entry.because(session.reason()) : entry;
    return log.append(reasoned, session.actor(), Map.of());
  }

  /**
   * Appends an entry that {@code tenant} sees. The session's reason is not added: its words may be
   * about others.
   *
   * @throws dev.croft.exception.ForeignKeyException when there is no such tenant
   */
  public AuditEntry append(TenantId tenant, NewAuditEntry entry) {
    return tenants.append(
        entry, session.actor(), Map.of(TENANT_AUDIT_LOG.TENANT_ID, tenant.value()));
  }

  /** Lists the entries on work across tenants, latest first. */
  public Page<AuditEntry> page(PageRequest request) {
    return log.page(DSL.noCondition(), request);
  }

  /** Lists the entries on work across tenants that are on one object, latest first. */
  public Page<AuditEntry> page(AuditObject object, PageRequest request) {
    return log.page(log.isOn(object), request);
  }

  /** Lists the entries that {@code tenant} sees, latest first. */
  public Page<AuditEntry> page(TenantId tenant, PageRequest request) {
    return tenants.page(isOf(tenant), request);
  }

  /** Lists the entries that {@code tenant} sees on one object, latest first. */
  public Page<AuditEntry> page(TenantId tenant, AuditObject object, PageRequest request) {
    return tenants.page(isOf(tenant).and(tenants.isOn(object)), request);
  }

  private static Condition isOf(TenantId tenant) {
    return TENANT_AUDIT_LOG.TENANT_ID.eq(tenant.value());
  }
}
