package dev.croft.access;

import static dev.croft.schema.auth.Tables.PERMISSIONS;
import static dev.croft.schema.auth.Tables.ROLES;
import static dev.croft.schema.auth.Tables.ROLE_PERMISSIONS;
import static dev.croft.schema.auth.Tables.USER_ROLES;
import static dev.croft.schema.public_.Tables.TENANT_USERS;
import static dev.croft.schema.public_.Tables.TENANT_USER_ROLE_NAMES;

import dev.croft.exception.NotFoundException;
import dev.croft.identity.UserId;
import dev.croft.session.TenantSession;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectConditionStep;

/**
 * What the members of one tenant may do: the roles that they hold, and what follows from them. Each
 * change leaves an entry in the tenant's audit log, in the same transaction, that names the
 * session's actor.
 */
public final class AccessRepository {
  private final TenantSession session;
  private final DSLContext dsl;

  private AccessRepository(TenantSession session) {
    this.session = session;
    this.dsl = session.dsl();
  }

  /** The access of the members of {@code session}'s tenant. */
  public static AccessRepository in(TenantSession session) {
    return new AccessRepository(session);
  }

  /**
   * Gives a member a role; no effect where they have it.
   *
   * @throws dev.croft.exception.ForeignKeyException when the tenant has no such role or member
   */
  public void assign(RoleId role, UserId user) {
    AccessLog.recorded(
        session,
        tx ->
            tx.insertInto(USER_ROLES)
                .set(USER_ROLES.USER_ID, user.value())
                .set(USER_ROLES.ROLE_ID, role.value())
                .onConflictDoNothing()
                .execute(),
        log -> log.assigned(role, user));
  }

  /** Takes a role from a member; no effect where they do not have it. */
  public void unassign(RoleId role, UserId user) {
    AccessLog.recorded(
        session,
        tx ->
            tx.deleteFrom(USER_ROLES)
                .where(USER_ROLES.USER_ID.eq(user.value()).and(USER_ROLES.ROLE_ID.eq(role.value())))
                .execute(),
        log -> log.unassigned(role, user));
  }

  /**
   * Gives a member these roles and no others, in one transaction. Of two callers at once the later
   * one waits, and its roles stand.
   *
   * @throws NotFoundException when the tenant has no such member
   * @throws dev.croft.exception.ForeignKeyException when the tenant has not all of the roles; the
   *     member's roles are then as they were
   */
  public void replace(UserId user, Set<RoleId> roles) {
    session.transaction(
        tx -> {
          lock(tx.dsl(), user);
          AccessRepository access = in(tx);
          Set<RoleId> held = access.list(user).stream().map(Role::id).collect(Collectors.toSet());
          minus(held, roles).forEach(role -> access.unassign(role, user));
          minus(roles, held).forEach(role -> access.assign(role, user));
        });
  }

  private static Stream<RoleId> minus(Set<RoleId> all, Set<RoleId> some) {
    Set<RoleId> rest = new HashSet<>(all);
    rest.removeAll(some);
    return rest.stream();
  }

  private static void lock(DSLContext dsl, UserId user) {
    var member =
        dsl.select(TENANT_USERS.USER_ID)
            .from(TENANT_USERS)
            .where(TENANT_USERS.USER_ID.eq(user.value()))
            .forNoKeyUpdate();
    if (member.fetchOptional().isEmpty()) {
      throw new NotFoundException("membership", user.toString());
    }
  }

  /** The roles of a member, by name; empty also when the tenant has no such member. */
  public List<Role> list(UserId user) {
    return dsl.select(ROLES.fields())
        .from(ROLES)
        .join(USER_ROLES)
        .on(USER_ROLES.TENANT_ID.eq(ROLES.TENANT_ID).and(USER_ROLES.ROLE_ID.eq(ROLES.ID)))
        .where(USER_ROLES.USER_ID.eq(user.value()))
        .orderBy(ROLES.NAME)
        .fetch(row -> RoleRepository.toRole(row.into(ROLES)));
  }

  /**
   * The names of a member's roles in the order of the alphabet, from the view that has them as an
   * array; empty also when the tenant has no such member.
   */
  public List<String> roleNames(UserId user) {
    return dsl.select(TENANT_USER_ROLE_NAMES.ROLES)
        .from(TENANT_USER_ROLE_NAMES)
        .where(TENANT_USER_ROLE_NAMES.USER_ID.eq(user.value()))
        .fetchOptional(TENANT_USER_ROLE_NAMES.ROLES)
        .map(List::of)
        .orElseGet(List::of);
  }

  /** Whether any role of an active member has {@code permission}: one query, on indexes. */
  public boolean permits(UserId user, PermissionName permission) {
    return dsl.fetchExists(permissionsOf(user).and(PERMISSIONS.NAME.eq(permission.value())));
  }

  /** All that an active member may do; empty for one who is not active, or no member. */
  public Set<PermissionName> permissions(UserId user) {
    return Set.copyOf(
        permissionsOf(user).fetch(row -> new PermissionName(row.value1())).stream()
            .collect(Collectors.toSet()));
  }

  private SelectConditionStep<Record1<String>> permissionsOf(UserId user) {
    return dsl.select(PERMISSIONS.NAME)
        .from(USER_ROLES)
        .join(ROLE_PERMISSIONS)
        .on(ROLE_PERMISSIONS.TENANT_ID.eq(USER_ROLES.TENANT_ID))
        .and(ROLE_PERMISSIONS.ROLE_ID.eq(USER_ROLES.ROLE_ID))
        .join(PERMISSIONS)
        .on(PERMISSIONS.ID.eq(ROLE_PERMISSIONS.PERMISSION_ID))
        .join(TENANT_USERS)
        .on(TENANT_USERS.TENANT_ID.eq(USER_ROLES.TENANT_ID))
        .and(TENANT_USERS.USER_ID.eq(USER_ROLES.USER_ID))
        .where(USER_ROLES.USER_ID.eq(user.value()))
        .and(TENANT_USERS.IS_ACTIVE);
  }
}
