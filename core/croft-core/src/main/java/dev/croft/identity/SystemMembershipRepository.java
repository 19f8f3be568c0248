package dev.croft.identity;

import static dev.croft.schema.auth.Tables.USER_ROLES;
import static dev.croft.schema.public_.Tables.TENANT_USERS;

import dev.croft.audit.SystemAuditLogRepository;
import dev.croft.exception.NotFoundException;
import dev.croft.isolation.TenantId;
import dev.croft.session.SystemSession;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Adds people to tenants. It takes the system to do so: a tenant that could add whom it likes could
 * look up whom it likes. The tenant's audit log tells of it, in the same transaction.
 */
public final class SystemMembershipRepository {
  private final SystemSession session;

  private SystemMembershipRepository(SystemSession session) {
    this.session = session;
  }

  /** The memberships of all tenants, as {@code session} may reach them. */
  public static SystemMembershipRepository in(SystemSession session) {
    return new SystemMembershipRepository(session);
  }

  /**
   * Makes a person a member of a tenant with the role that new members get, in one transaction.
   *
   * @throws NotFoundException when the tenant has no such role: the baseline was not applied
   * @throws dev.croft.exception.DuplicateKeyException when they are a member already
   * @throws dev.croft.exception.ForeignKeyException when the person does not exist
   */
  public Membership create(TenantId tenant, UserId user) {
    return session.transactionResult(
        tx -> in(tx).create(tenant, user, new Baseline(tx).defaultRole(tenant)));
  }

  /**
   * Makes a person a member of a tenant with one of its roles, in one transaction.
   *
   * @throws dev.croft.exception.DuplicateKeyException when they are a member already
   * @throws dev.croft.exception.ForeignKeyException when the person or the role does not exist
   */
  public Membership create(TenantId tenant, UserId user, UUID role) {
    return session.transactionResult(
        tx -> {
          Membership membership = create(tx.dsl(), tenant.value(), user.value(), role);
          SystemAuditLogRepository log = SystemAuditLogRepository.in(tx);
          log.append(
              tenant, IdentityLog.membership("create", user).to(IdentityLog.state(membership)));
          log.append(
              tenant, IdentityLog.role("assign", role).to(Map.of("user_id", user.toString())));
          return membership;
        });
  }

  /**
   * Registers a person with their profile, and makes them a member of a tenant with its role for
   * new members, in one transaction. Of two callers with one address, one succeeds, and the other
   * leaves nothing.
   *
   * @throws NotFoundException when there is no such tenant
   * @throws dev.croft.exception.DuplicateKeyException when the address is taken, in any case:
   *     {@link SystemUserRepository#findByEmailAddress} finds the person, and {@link #create} adds
   *     them
   */
  public User register(TenantId tenant, NewUser person) {
    return session.transactionResult(
        tx -> {
          User user = SystemUserRepository.in(tx).create(person);
          in(tx).create(tenant, user.id());
          return user;
        });
  }

  private static Membership create(DSLContext dsl, UUID tenant, UUID user, UUID role) {
    Membership membership =
        MembershipRepository.toMembership(
            dsl.insertInto(TENANT_USERS)
                .set(TENANT_USERS.TENANT_ID, tenant)
                .set(TENANT_USERS.USER_ID, user)
                .returning()
                .fetchSingle());
    dsl.insertInto(USER_ROLES)
        .set(USER_ROLES.TENANT_ID, tenant)
        .set(USER_ROLES.USER_ID, user)
        .set(USER_ROLES.ROLE_ID, role)
        .execute();
    return membership;
  }
}
