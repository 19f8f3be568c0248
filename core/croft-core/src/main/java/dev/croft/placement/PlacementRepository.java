package dev.croft.placement;

import static dev.croft.schema.admin.Tables.TENANT_PLACEMENTS;

import dev.croft.audit.AuditObject;
import dev.croft.audit.NewAuditEntry;
import dev.croft.audit.SystemAuditLogRepository;
import dev.croft.exception.NotFoundException;
import dev.croft.exception.StaleVersionException;
import dev.croft.isolation.TenantId;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.schema.admin.tables.records.TenantPlacementsRecord;
import dev.croft.session.SystemSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of tenants live; a tenant has its placement from the beginning. A move is recorded
 * here, not done: whoever moves rows says so when they are there. The audit log of the system tells
 * of each, in the same transaction.
 */
public final class PlacementRepository {
  private final SystemSession session;
  private final DSLContext dsl;

  private PlacementRepository(SystemSession session) {
    this.session = session;
    this.dsl = session.dsl();
  }

  /** The placements, as {@code session} may reach them. */
  public static PlacementRepository in(SystemSession session) {
    return new PlacementRepository(session);
  }

  /** Finds where the rows of a tenant live. */
  public Optional<Placement> find(TenantId tenant) {
    return dsl.selectFrom(TENANT_PLACEMENTS)
        .where(TENANT_PLACEMENTS.TENANT_ID.eq(tenant.value()))
        .fetchOptional(PlacementRepository::toPlacement);
  }

  /**
   * Returns where the rows of a tenant live.
   *
   * @throws NotFoundException when there is no such tenant
   */
  public Placement get(TenantId tenant) {
    return find(tenant)
        .orElseThrow(() -> new NotFoundException("placement of tenant", tenant.toString()));
  }

  /** Lists the placements on an instance, those of older tenants first. */
  public Page<Placement> page(ComputeId compute, PageRequest request) {
    List<Placement> rows =
        dsl.selectFrom(TENANT_PLACEMENTS)
            .where(TENANT_PLACEMENTS.COMPUTE_ID.eq(compute.value()))
            .and(request.afterId().map(TENANT_PLACEMENTS.TENANT_ID::gt).orElseGet(DSL::noCondition))
            .orderBy(TENANT_PLACEMENTS.TENANT_ID)
            .limit(request.limit())
            .fetch(PlacementRepository::toPlacement);
    return request.page(rows, placement -> placement.tenantId().value());
  }

  /**
   * Writes where the rows of a tenant live since, and returns the placement at its next epoch. Of
   * two callers who read the same epoch one succeeds.
   *
   * @throws StaleVersionException when the tenant was moved or erased since its placement was read
   * @throws dev.croft.exception.ForeignKeyException when there is no such instance
   */
  public Placement move(Placement placement) {
    return session.transactionResult(
        tx -> {
          Placement before = lock(tx.dsl(), placement);
          Placement after = write(tx.dsl(), placement);
          SystemAuditLogRepository.in(tx).append(entry(before, after));
          return after;
        });
  }

  private static Placement lock(DSLContext dsl, Placement placement) {
    return dsl.selectFrom(TENANT_PLACEMENTS)
        .where(isRead(placement))
        .forUpdate()
        .fetchOptional(PlacementRepository::toPlacement)
        .orElseThrow(
            () ->
                new StaleVersionException(
                    "placement of tenant", placement.tenantId().toString(), placement.epoch()));
  }

  private static Placement write(DSLContext dsl, Placement placement) {
    return dsl.update(TENANT_PLACEMENTS)
        .set(TENANT_PLACEMENTS.TIER, placement.tier().value())
        .set(TENANT_PLACEMENTS.COMPUTE_ID, compute(placement))
        .set(TENANT_PLACEMENTS.EPOCH, TENANT_PLACEMENTS.EPOCH.plus(1))
        .where(isRead(placement))
        .returning()
        .fetchSingle(PlacementRepository::toPlacement);
  }

  private static @Nullable UUID compute(Placement placement) {
    return placement.computeId().map(ComputeId::value).orElse(null);
  }

  private static Condition isRead(Placement placement) {
    return TENANT_PLACEMENTS
        .TENANT_ID
        .eq(placement.tenantId().value())
        .and(TENANT_PLACEMENTS.EPOCH.eq(placement.epoch()));
  }

  private static NewAuditEntry entry(Placement before, Placement after) {
    AuditObject tenant = new AuditObject("tenant", after.tenantId().value());
    return NewAuditEntry.of("placement:move", tenant).from(state(before)).to(state(after));
  }

  private static Map<String, String> state(Placement placement) {
    Map<String, String> state = new TreeMap<>();
    state.put("tier", placement.tier().value());
    state.put("epoch", Long.toString(placement.epoch()));
    placement.computeId().ifPresent(compute -> state.put("compute_id", compute.toString()));
    return state;
  }

  private static Placement toPlacement(TenantPlacementsRecord row) {
    return new Placement(
        new TenantId(row.getTenantId()),
        Tier.of(row.getTier()),
        Optional.ofNullable(row.getComputeId()).map(ComputeId::new),
        row.getEpoch(),
        row.getCreatedAt(),
        row.getUpdatedAt());
  }
}
