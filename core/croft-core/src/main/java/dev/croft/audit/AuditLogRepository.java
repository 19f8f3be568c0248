package dev.croft.audit;

import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.session.TenantSession;
import java.util.Map;
import org.jooq.impl.DSL;

/**
 * The audit log of one tenant. It only grows: entries are neither changed nor removed, by the
 * session's grants, by row-level security and by triggers.
 *
 * <p>An entry names the session's actor: see {@link TenantSession#as}. Append in the transaction
 * that does what the entry tells.
 */
public final class AuditLogRepository {
  private final TenantSession session;
  private final LogRows rows;

  private AuditLogRepository(TenantSession session) {
    this.session = session;
    this.rows = new LogRows(session.dsl(), LogTable.OF_TENANT);
  }

  /** The log of {@code session}'s tenant. */
  public static AuditLogRepository in(TenantSession session) {
    return new AuditLogRepository(session);
  }

  /**
   * Appends an entry.
   *
   * @throws dev.croft.exception.PartitionMissingException when partitions were not made in time
   */
  public AuditEntry append(NewAuditEntry entry) {
    return rows.append(entry, session.actor(), Map.of());
  }

  /**
   * Lists entries, latest first. An entry whose transaction was still running may come to stand
   * before entries that were read already.
   */
  public Page<AuditEntry> page(PageRequest request) {
    return rows.page(DSL.noCondition(), request);
  }

  /** Lists the entries on one object, latest first. */
  public Page<AuditEntry> page(AuditObject object, PageRequest request) {
    return rows.page(rows.isOn(object), request);
  }
}
