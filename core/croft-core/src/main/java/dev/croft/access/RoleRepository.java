package dev.croft.access;

import static dev.croft.schema.auth.Tables.PERMISSIONS;
import static dev.croft.schema.auth.Tables.ROLES;
import static dev.croft.schema.auth.Tables.ROLE_PERMISSIONS;
import static dev.croft.schema.auth.Tables.USER_ROLES;
import static dev.croft.schema.public_.Tables.TENANT_USERS;

import dev.croft.exception.NotFoundException;
import dev.croft.exception.StaleVersionException;
import dev.croft.identity.UserId;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.schema.auth.tables.records.RolesRecord;
import dev.croft.session.TenantSession;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * The roles of one tenant, with what they permit and who has them. Each change leaves an entry in
 * the tenant's audit log, in the same transaction, that names the session's actor.
 */
public final class RoleRepository {
  private final TenantSession session;
  private final DSLContext dsl;

  private RoleRepository(TenantSession session) {
    this.session = session;
    this.dsl = session.dsl();
  }

  /** The roles of {@code session}'s tenant. */
  public static RoleRepository in(TenantSession session) {
    return new RoleRepository(session);
  }

  /**
   * Creates a role that permits nothing yet.
   *
   * @throws dev.croft.exception.DuplicateKeyException when the tenant has a role of that name
   */
  public Role create(String name) {
    return session.transactionResult(
        tx -> {
          Role role =
              tx.dsl()
                  .insertInto(ROLES)
                  .set(ROLES.NAME, name)
                  .returning()
                  .fetchSingle(RoleRepository::toRole);
          AccessLog.of(tx).created(role);
          return role;
        });
  }

  /** Finds a role. */
  public Optional<Role> find(RoleId id) {
    return dsl.selectFrom(ROLES)
        .where(ROLES.ID.eq(id.value()))
        .fetchOptional(RoleRepository::toRole);
  }

  /** Finds a role by its name. */
  public Optional<Role> findByName(String name) {
    return dsl.selectFrom(ROLES).where(ROLES.NAME.eq(name)).fetchOptional(RoleRepository::toRole);
  }

  /**
   * Returns a role.
   *
   * @throws NotFoundException when the tenant has none with that id
   */
  public Role get(RoleId id) {
    return find(id).orElseThrow(() -> new NotFoundException("role", id.toString()));
  }

  /** Lists roles, oldest first. */
  public Page<Role> page(PageRequest request) {
    List<Role> rows =
        dsl.selectFrom(ROLES)
            .where(request.afterId().map(ROLES.ID::gt).orElseGet(DSL::noCondition))
            .orderBy(ROLES.ID)
            .limit(request.limit())
            .fetch(RoleRepository::toRole);
    return request.page(rows, role -> role.id().value());
  }

  /**
   * Writes the name and description of {@code role}, and returns it at its next version.
   *
   * @throws StaleVersionException when it changed or was deleted since it was read
   */
  public Role update(Role role) {
    return session.transactionResult(
        tx -> {
          Role before = lock(tx.dsl(), role);
          Role after = write(tx.dsl(), role);
          AccessLog.of(tx).updated(before, after);
          return after;
        });
  }

  private static Role lock(DSLContext dsl, Role role) {
    return dsl.selectFrom(ROLES)
        .where(isRead(role))
        .forUpdate()
        .fetchOptional(RoleRepository::toRole)
        .orElseThrow(() -> stale(role));
  }

  private static Role write(DSLContext dsl, Role role) {
    return dsl.update(ROLES)
        .set(ROLES.NAME, role.name())
        .set(ROLES.DESCRIPTION, role.description())
        .set(ROLES.VERSION, ROLES.VERSION.plus(1))
        .where(isRead(role))
        .returning()
        .fetchSingle(RoleRepository::toRole);
  }

  /**
   * Deletes {@code role}, and with it what it permits and its assignments.
   *
   * @throws StaleVersionException when it changed or was deleted since it was read
   */
  public void delete(Role role) {
    session.transaction(
        tx -> {
          Role deleted =
              tx.dsl()
                  .deleteFrom(ROLES)
                  .where(isRead(role))
                  .returning()
                  .fetchOptional(RoleRepository::toRole)
                  .orElseThrow(() -> stale(role));
          AccessLog.of(tx).deleted(deleted);
        });
  }

  /**
   * Lets {@code role} do what {@code permission} names; no effect where it may already.
   *
   * @throws NotFoundException when there is no permission of that name
   * @throws dev.croft.exception.ForeignKeyException when the tenant has no such role
   */
  public void grant(RoleId role, PermissionName permission) {
    change(
        tx ->
            tx.insertInto(ROLE_PERMISSIONS)
                .set(ROLE_PERMISSIONS.ROLE_ID, role.value())
                .set(ROLE_PERMISSIONS.PERMISSION_ID, permissionId(tx, permission))
                .onConflictDoNothing()
                .execute(),
        log -> log.granted(role, permission));
  }

  /** Takes a permission from a role; no effect where the role does not have it. */
  public void revoke(RoleId role, PermissionName permission) {
    change(
        tx ->
            tx.deleteFrom(ROLE_PERMISSIONS)
                .where(ROLE_PERMISSIONS.ROLE_ID.eq(role.value()))
                .and(ROLE_PERMISSIONS.PERMISSION_ID.eq(permissionId(tx, permission)))
                .execute(),
        log -> log.revoked(role, permission));
  }

  /** Runs a statement, and records it unless it had no effect. */
  private void change(ToIntFunction<DSLContext> statement, Consumer<AccessLog> entry) {
    session.transaction(
        tx -> {
          if (statement.applyAsInt(tx.dsl()) > 0) {
            entry.accept(AccessLog.of(tx));
          }
        });
  }

  private static UUID permissionId(DSLContext dsl, PermissionName permission) {
    return dsl.select(PERMISSIONS.ID)
        .from(PERMISSIONS)
        .where(PERMISSIONS.NAME.eq(permission.value()))
        .fetchOptional(PERMISSIONS.ID)
        .orElseThrow(() -> new NotFoundException("permission", permission.value()));
  }

  /** The permissions of a role; empty also when the tenant has no such role. */
  public Set<PermissionName> permissions(RoleId role) {
    return Set.copyOf(
        dsl.select(PERMISSIONS.NAME)
            .from(ROLE_PERMISSIONS)
            .join(PERMISSIONS)
            .on(PERMISSIONS.ID.eq(ROLE_PERMISSIONS.PERMISSION_ID))
            .where(ROLE_PERMISSIONS.ROLE_ID.eq(role.value()))
            .fetch(row -> new PermissionName(row.value1())));
  }

  /**
   * Gives a member a role; no effect where they have it.
   *
   * @throws dev.croft.exception.ForeignKeyException when the tenant has no such role or member
   */
  public void assign(RoleId role, UserId user) {
    change(
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
    change(
        tx ->
            tx.deleteFrom(USER_ROLES)
                .where(USER_ROLES.USER_ID.eq(user.value()).and(USER_ROLES.ROLE_ID.eq(role.value())))
                .execute(),
        log -> log.unassigned(role, user));
  }

  /** The roles of a member, by name; empty also when the tenant has no such member. */
  public List<Role> list(UserId user) {
    return dsl.select(ROLES.fields())
        .from(ROLES)
        .join(USER_ROLES)
        .on(USER_ROLES.TENANT_ID.eq(ROLES.TENANT_ID).and(USER_ROLES.ROLE_ID.eq(ROLES.ID)))
        .where(USER_ROLES.USER_ID.eq(user.value()))
        .orderBy(ROLES.NAME)
        .fetch(row -> toRole(row.into(ROLES)));
  }

  /** Whether any role of an active member has {@code permission}. */
  public boolean permits(UserId user, PermissionName permission) {
    return dsl.fetchExists(
        DSL.selectOne()
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
            .and(TENANT_USERS.IS_ACTIVE)
            .and(PERMISSIONS.NAME.eq(permission.value())));
  }

  private static Condition isRead(Role role) {
    return ROLES.ID.eq(role.id().value()).and(ROLES.VERSION.eq(role.version()));
  }

  private static StaleVersionException stale(Role role) {
    return new StaleVersionException("role", role.id().toString(), role.version());
  }

  private static Role toRole(RolesRecord row) {
    return new Role(
        new RoleId(row.getId()),
        row.getName(),
        row.getDescription(),
        row.getVersion(),
        row.getCreatedAt(),
        row.getUpdatedAt());
  }
}
