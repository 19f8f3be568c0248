package dev.croft.placement;

import static dev.croft.schema.admin.Tables.COMPUTES;

import dev.croft.audit.AuditObject;
import dev.croft.audit.NewAuditEntry;
import dev.croft.audit.SystemAuditLogRepository;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.schema.admin.tables.records.ComputesRecord;
import dev.croft.session.SystemSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * The instances on which tenants can be placed. Each change leaves an entry in the audit log of the
 * system, in the same transaction.
 */
public final class ComputeRepository {
  private final SystemSession session;
  private final DSLContext dsl;

  private ComputeRepository(SystemSession session) {
    this.session = session;
    this.dsl = session.dsl();
  }

  /** The instances, as {@code session} may reach them. */
  public static ComputeRepository in(SystemSession session) {
    return new ComputeRepository(session);
  }

  /**
   * Makes an instance known.
   *
   * @param name lower case letters, digits and single hyphens between them
   * @throws dev.croft.exception.DuplicateKeyException when there is an instance of that name
   */
  public Compute create(String name) {
    return session.transactionResult(
        tx -> {
          Compute created =
              tx.dsl()
                  .insertInto(COMPUTES)
                  .set(COMPUTES.NAME, name)
                  .returning()
                  .fetchSingle(ComputeRepository::toCompute);
          log(tx, entry("create", created).to(Map.of("name", created.name())));
          return created;
        });
  }

  private static NewAuditEntry entry(String action, Compute compute) {
    return NewAuditEntry.of("compute:" + action, new AuditObject("compute", compute.id().value()));
  }

  private static void log(SystemSession tx, NewAuditEntry entry) {
    SystemAuditLogRepository.in(tx).append(entry);
  }

  /** Finds an instance. */
  public Optional<Compute> find(ComputeId id) {
    return find(COMPUTES.ID.eq(id.value()));
  }

  /** Finds an instance by what operators call it. */
  public Optional<Compute> findByName(String name) {
    return find(COMPUTES.NAME.eq(name));
  }

  private Optional<Compute> find(Condition condition) {
    return dsl.selectFrom(COMPUTES).where(condition).fetchOptional(ComputeRepository::toCompute);
  }

  /** Lists instances, oldest first. */
  public Page<Compute> page(PageRequest request) {
    List<Compute> rows =
        dsl.selectFrom(COMPUTES)
            .where(request.afterId().map(COMPUTES.ID::gt).orElseGet(DSL::noCondition))
            .orderBy(COMPUTES.ID)
            .limit(request.limit())
            .fetch(ComputeRepository::toCompute);
    return request.page(rows, compute -> compute.id().value());
  }

  /**
   * Forgets an instance; no effect where it is not known.
   *
   * @throws dev.croft.exception.ForeignKeyException when a tenant is placed on it
   */
  public void delete(ComputeId id) {
    session.transaction(
        tx ->
            tx.dsl()
                .deleteFrom(COMPUTES)
                .where(COMPUTES.ID.eq(id.value()))
                .returning()
                .fetchOptional(ComputeRepository::toCompute)
                .ifPresent(
                    deleted ->
                        log(tx, entry("delete", deleted).from(Map.of("name", deleted.name())))));
  }

  private static Compute toCompute(ComputesRecord row) {
    return new Compute(new ComputeId(row.getId()), row.getName(), row.getCreatedAt());
  }
}
