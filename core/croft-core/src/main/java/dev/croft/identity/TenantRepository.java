package dev.croft.identity;

import static dev.croft.schema.public_.Tables.TENANTS;

import dev.croft.audit.NewAuditEntry;
import dev.croft.audit.SystemAuditLogRepository;
import dev.croft.exception.NotFoundException;
import dev.croft.exception.StaleVersionException;
import dev.croft.isolation.TenantId;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.schema.public_.tables.records.TenantsRecord;
import dev.croft.session.SystemSession;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * The tenants themselves. A tenant is created, changed and deleted by the system; soft-deleted
 * tenants are found by nothing but {@link #restore}. Each change leaves an entry in the tenant's
 * audit log, in the same transaction.
 */
public final class TenantRepository {
  private static final int PURGE_BATCH_SIZE = 1_000;

  private final SystemSession session;
  private final DSLContext dsl;

  private TenantRepository(SystemSession session) {
    this.session = session;
    this.dsl = session.dsl();
  }

  /** The tenants, as {@code session} may reach them. */
  public static TenantRepository in(SystemSession session) {
    return new TenantRepository(session);
  }

  /**
   * Creates a tenant with the baseline: the roles of the templates with their permissions, its
   * placement in the shared tables, and the plan that tenants begin with, in one transaction.
   *
   * @throws dev.croft.exception.DuplicateKeyException when another tenant has the slug
   */
  public Tenant create(NewTenant tenant) {
    return session.transactionResult(
        tx -> {
          Tenant created =
              tx.dsl()
                  .insertInto(TENANTS)
                  .set(TENANTS.NAME, tenant.name())
                  .set(TENANTS.SLUG, tenant.slug())
                  .returning()
                  .fetchSingle(TenantRepository::toTenant);
          log(tx, created, entry -> entry.to(IdentityLog.state(created)), "create");
          new Baseline(tx).apply(created.id());
          return created;
        });
  }

  /**
   * As {@link #create(NewTenant)}, with {@code administrator} as its first member, who manages it.
   *
   * @throws dev.croft.exception.DuplicateKeyException when another tenant has the slug
   * @throws dev.croft.exception.ForeignKeyException when the person does not exist
   */
  public Tenant create(NewTenant tenant, UserId administrator) {
    return session.transactionResult(
        tx -> {
          Tenant created = in(tx).create(tenant);
          UUID role = new Baseline(tx).adminRole(created.id());
          SystemMembershipRepository.in(tx).create(created.id(), administrator, role);
          return created;
        });
  }

  /**
   * Gives a tenant what the baseline grew by since it was created: roles, and permissions of the
   * roles that were made from a template. What the tenant changed or took away stays so. Callers at
   * once wait for each other; doing so again does nothing.
   *
   * @throws dev.croft.exception.ForeignKeyException when there is no such tenant
   */
  public void applyBaseline(TenantId tenant) {
    session.transaction(tx -> new Baseline(tx).apply(tenant));
  }

  /** In the log of the tenant, with the change itself. */
  private static void log(
      SystemSession tx, Tenant tenant, UnaryOperator<NewAuditEntry> values, String action) {
    NewAuditEntry entry = IdentityLog.tenant(action, tenant.id().value());
    SystemAuditLogRepository.in(tx).append(tenant.id(), values.apply(entry));
  }

  /** Finds a tenant that is not deleted. */
  public Optional<Tenant> find(TenantId id) {
    return dsl.selectFrom(TENANTS)
        .where(TENANTS.ID.eq(id.value()).and(notDeleted()))
        .fetchOptional(TenantRepository::toTenant);
  }

  /** Finds a tenant that is not deleted by its name in URLs. */
  public Optional<Tenant> findBySlug(String slug) {
    return dsl.selectFrom(TENANTS)
        .where(TENANTS.SLUG.eq(slug).and(notDeleted()))
        .fetchOptional(TenantRepository::toTenant);
  }

  /**
   * Returns a tenant that is not deleted.
   *
   * @throws NotFoundException when there is none with that id
   */
  public Tenant get(TenantId id) {
    return find(id).orElseThrow(() -> new NotFoundException("tenant", id.toString()));
  }

  /** Lists tenants that are not deleted, oldest first. */
  public Page<Tenant> page(PageRequest request) {
    List<Tenant> rows =
        dsl.selectFrom(TENANTS)
            .where(request.afterId().map(TENANTS.ID::gt).orElseGet(DSL::noCondition))
            .and(notDeleted())
            .orderBy(TENANTS.ID)
            .limit(request.limit())
            .fetch(TenantRepository::toTenant);
    return request.page(rows, tenant -> tenant.id().value());
  }

  /**
   * Writes the name, slug and activity of {@code tenant}, and returns it at its next version.
   *
   * @throws StaleVersionException when it changed or was deleted since it was read
   */
  public Tenant update(Tenant tenant) {
    return session.transactionResult(
        tx -> {
          Tenant before = lock(tx.dsl(), tenant);
          Tenant after = write(tx.dsl(), tenant);
          log(
              tx,
              after,
              entry -> entry.from(IdentityLog.state(before)).to(IdentityLog.state(after)),
              "update");
          return after;
        });
  }

  private static Tenant lock(DSLContext dsl, Tenant tenant) {
    return dsl.selectFrom(TENANTS)
        .where(isRead(tenant))
        .forUpdate()
        .fetchOptional(TenantRepository::toTenant)
        .orElseThrow(() -> stale(tenant));
  }

  private static Tenant write(DSLContext dsl, Tenant tenant) {
    return dsl.update(TENANTS)
        .set(TENANTS.NAME, tenant.name())
        .set(TENANTS.SLUG, tenant.slug())
        .set(TENANTS.IS_ACTIVE, tenant.isActive())
        .set(TENANTS.VERSION, TENANTS.VERSION.plus(1))
        .where(isRead(tenant))
        .returning()
        .fetchSingle(TenantRepository::toTenant);
  }

  /**
   * Soft-deletes {@code tenant}: its rows stay, and no repository finds it.
   *
   * @throws StaleVersionException when it changed or was deleted since it was read
   */
  public void delete(Tenant tenant) {
    session.transaction(
        tx -> {
          Tenant deleted =
              tx.dsl()
                  .update(TENANTS)
                  .set(TENANTS.DELETED_AT, DSL.currentInstant())
                  .set(TENANTS.VERSION, TENANTS.VERSION.plus(1))
                  .where(isRead(tenant))
                  .returning()
                  .fetchOptional(TenantRepository::toTenant)
                  .orElseThrow(() -> stale(tenant));
          log(tx, deleted, entry -> entry.from(IdentityLog.state(deleted)), "delete");
        });
  }

  /**
   * Takes every row of a soft-deleted tenant out of the database for good, its audit log included:
   * table by table in the order of their foreign keys, in transactions of at most 1,000 rows. When
   * it is broken off, what is gone stays gone, and another call goes on. Two callers at once take
   * turns. People stay, for they may belong to other tenants. The audit log of the system tells of
   * the beginning and of the end.
   *
   * @throws NotFoundException when there is no deleted tenant with that id
   */
  public PurgeReport purge(TenantId id) {
    return new TenantPurge(session, id, PURGE_BATCH_SIZE).run();
  }

  /**
   * Takes a soft delete back.
   *
   * @throws NotFoundException when there is no deleted tenant with that id
   */
  public Tenant restore(TenantId id) {
    return session.transactionResult(
        tx -> {
          Tenant restored =
              tx.dsl()
                  .update(TENANTS)
                  .setNull(TENANTS.DELETED_AT)
                  .set(TENANTS.VERSION, TENANTS.VERSION.plus(1))
                  .where(TENANTS.ID.eq(id.value()).and(TENANTS.DELETED_AT.isNotNull()))
                  .returning()
                  .fetchOptional(TenantRepository::toTenant)
                  .orElseThrow(() -> new NotFoundException("deleted tenant", id.toString()));
          log(tx, restored, entry -> entry.to(IdentityLog.state(restored)), "restore");
          return restored;
        });
  }

  private static Condition isRead(Tenant tenant) {
    return TENANTS
        .ID
        .eq(tenant.id().value())
        .and(TENANTS.VERSION.eq(tenant.version()))
        .and(notDeleted());
  }

  private static Condition notDeleted() {
    return TENANTS.DELETED_AT.isNull();
  }

  private static StaleVersionException stale(Tenant tenant) {
    return new StaleVersionException("tenant", tenant.id().toString(), tenant.version());
  }

  private static Tenant toTenant(TenantsRecord row) {
    return new Tenant(
        new TenantId(row.getId()),
        row.getName(),
        row.getSlug(),
        row.getIsActive(),
        row.getVersion(),
        row.getCreatedAt(),
        row.getUpdatedAt(),
        Optional.ofNullable(row.getDeletedAt()));
  }
}
