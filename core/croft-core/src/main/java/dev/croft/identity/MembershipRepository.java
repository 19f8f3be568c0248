package dev.croft.identity;

import static dev.croft.schema.public_.Tables.TENANT_USERS;

import dev.croft.audit.AuditLogRepository;
import dev.croft.exception.NotFoundException;
import dev.croft.exception.StaleVersionException;
import dev.croft.isolation.TenantId;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.schema.public_.tables.records.TenantUsersRecord;
import dev.croft.session.TenantSession;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Who belongs to one tenant. People are added by {@link SystemMembershipRepository}. Each change
 * leaves an entry in the tenant's audit log, in the same transaction, that names the session's
 * actor.
 */
public final class MembershipRepository {
  private final TenantSession session;
  private final DSLContext dsl;

  private MembershipRepository(TenantSession session) {
    this.session = session;
    this.dsl = session.dsl();
  }

  /** The memberships of {@code session}'s tenant. */
  public static MembershipRepository in(TenantSession session) {
    return new MembershipRepository(session);
  }

  /** Finds the membership of a person. */
  public Optional<Membership> find(UserId user) {
    return dsl.selectFrom(TENANT_USERS)
        .where(TENANT_USERS.USER_ID.eq(user.value()))
        .fetchOptional(MembershipRepository::toMembership);
  }

  /**
   * Returns the membership of a person.
   *
   * @throws NotFoundException when they are not a member
   */
  public Membership get(UserId user) {
    return find(user).orElseThrow(() -> new NotFoundException("membership", user.toString()));
  }

  /** Lists memberships in the order in which the people were registered. */
  public Page<Membership> page(PageRequest request) {
    List<Membership> rows =
        dsl.selectFrom(TENANT_USERS)
            .where(request.afterId().map(TENANT_USERS.USER_ID::gt).orElseGet(DSL::noCondition))
            .orderBy(TENANT_USERS.USER_ID)
            .limit(request.limit())
            .fetch(MembershipRepository::toMembership);
    return request.page(rows, membership -> membership.userId().value());
  }

  /**
   * Writes whether the member may act, and returns the membership at its next version.
   *
   * @throws StaleVersionException when it changed or was deleted since it was read
   */
  public Membership update(Membership membership) {
    return session.transactionResult(
        tx -> {
          Membership before = lock(tx.dsl(), membership);
          Membership after = write(tx.dsl(), membership);
          AuditLogRepository.in(tx)
              .append(
                  IdentityLog.membership("update", after.userId())
                      .from(IdentityLog.state(before))
                      .to(IdentityLog.state(after)));
          return after;
        });
  }

  private static Membership lock(DSLContext dsl, Membership membership) {
    return dsl.selectFrom(TENANT_USERS)
        .where(isRead(membership))
        .forUpdate()
        .fetchOptional(MembershipRepository::toMembership)
        .orElseThrow(() -> stale(membership));
  }

  private static Membership write(DSLContext dsl, Membership membership) {
    return dsl.update(TENANT_USERS)
        .set(TENANT_USERS.IS_ACTIVE, membership.isActive())
        .set(TENANT_USERS.VERSION, TENANT_USERS.VERSION.plus(1))
        .where(isRead(membership))
        .returning()
        .fetchSingle(MembershipRepository::toMembership);
  }

  /**
   * Ends a membership, and with it the person's roles and whatever else refers to it.
   *
   * @throws StaleVersionException when it changed or was deleted since it was read
   */
  public void delete(Membership membership) {
    session.transaction(
        tx -> {
          Membership deleted =
              tx.dsl()
                  .deleteFrom(TENANT_USERS)
                  .where(isRead(membership))
                  .returning()
                  .fetchOptional(MembershipRepository::toMembership)
                  .orElseThrow(() -> stale(membership));
          AuditLogRepository.in(tx)
              .append(
                  IdentityLog.membership("delete", deleted.userId())
                      .from(IdentityLog.state(deleted)));
        });
  }

  private static Condition isRead(Membership membership) {
    return TENANT_USERS
        .USER_ID
        .eq(membership.userId().value())
        .and(TENANT_USERS.VERSION.eq(membership.version()));
  }

  private static StaleVersionException stale(Membership membership) {
    return new StaleVersionException(
        "membership", membership.userId().toString(), membership.version());
  }

  static Membership toMembership(TenantUsersRecord row) {
    return new Membership(
        new TenantId(row.getTenantId()),
        new UserId(row.getUserId()),
        row.getIsActive(),
        row.getVersion(),
        row.getCreatedAt(),
        row.getUpdatedAt());
  }
}
