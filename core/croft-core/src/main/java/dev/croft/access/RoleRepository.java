package dev.croft.access;

import static dev.croft.schema.auth.Tables.PERMISSIONS;
import static dev.croft.schema.auth.Tables.ROLES;
import static dev.croft.schema.auth.Tables.ROLE_PERMISSIONS;
import static dev.croft.schema.auth.Tables.SYSTEM_ROLES;

import dev.croft.exception.NotFoundException;
import dev.croft.exception.StaleVersionException;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.schema.auth.tables.records.RolesRecord;
import dev.croft.session.TenantSession;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * The roles of one tenant, with what they permit; who holds them, {@link AccessRepository} says.
 * Each change leaves an entry in the tenant's audit log, in the same transaction, that names the
 * session's actor.
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
   * Deletes {@code role}, and with it what it permits, its assignments and the invitations to it.
   *
   * @throws StaleVersionException when it changed or was deleted since it was read
   * @throws SystemRoleException when every tenant has it; nothing was changed
   */
  public void delete(Role role) {
    session.transaction(
        tx -> {
          lock(tx.dsl(), role);
          if (isSystemRole(tx.dsl(), role.id())) {
            throw new SystemRoleException(role.id());
          }
          tx.dsl().deleteFrom(ROLES).where(isRead(role)).execute();
          AccessLog.of(tx).deleted(role);
        });
  }

  /** Whether every tenant has the role, so that it cannot be deleted; false of no such role. */
  public boolean isSystemRole(RoleId role) {
    return isSystemRole(dsl, role);
  }

  private static boolean isSystemRole(DSLContext dsl, RoleId role) {
    return dsl.fetchExists(
        DSL.selectOne().from(SYSTEM_ROLES).where(SYSTEM_ROLES.ROLE_ID.eq(role.value())));
  }

  /**
   * Lets {@code role} do what {@code permission} names; no effect where it may already.
   *
   * @throws NotFoundException when there is no permission of that name
   * @throws dev.croft.exception.ForeignKeyException when the tenant has no such role
   */
  public void grant(RoleId role, PermissionName permission) {
    AccessLog.recorded(
        session,
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
    AccessLog.recorded(
        session,
        tx ->
            tx.deleteFrom(ROLE_PERMISSIONS)
                .where(ROLE_PERMISSIONS.ROLE_ID.eq(role.value()))
                .and(ROLE_PERMISSIONS.PERMISSION_ID.eq(permissionId(tx, permission)))
                .execute(),
        log -> log.revoked(role, permission));
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

  private static Condition isRead(Role role) {
    return ROLES.ID.eq(role.id().value()).and(ROLES.VERSION.eq(role.version()));
  }

  private static StaleVersionException stale(Role role) {
    return new StaleVersionException("role", role.id().toString(), role.version());
  }

  static Role toRole(RolesRecord row) {
    return new Role(
        new RoleId(row.getId()),
        row.getName(),
        row.getDescription(),
        row.getVersion(),
        row.getCreatedAt(),
        row.getUpdatedAt());
  }
}
