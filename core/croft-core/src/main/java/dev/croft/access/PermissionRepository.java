package dev.croft.access;

import static dev.croft.schema.auth.Tables.PERMISSIONS;

import dev.croft.session.Session;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * What roles can permit. Permissions are the same for all tenants and come with the changelogs, as
 * the code does that asks for them.
 */
public final class PermissionRepository {
  private final DSLContext dsl;

  private PermissionRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** The permissions, as any session sees them. */
  public static PermissionRepository in(Session<?> session) {
    return new PermissionRepository(session.dsl());
  }

  /** Lists all permissions by name: a few dozen. */
  public List<Permission> list() {
    return dsl.select(PERMISSIONS.NAME, PERMISSIONS.DESCRIPTION)
        .from(PERMISSIONS)
        .orderBy(PERMISSIONS.NAME)
        .fetch(row -> new Permission(new PermissionName(row.value1()), row.value2()));
  }

  /** Finds a permission by its name. */
  public Optional<Permission> find(PermissionName name) {
    return dsl.select(PERMISSIONS.DESCRIPTION)
        .from(PERMISSIONS)
        .where(PERMISSIONS.NAME.eq(name.value()))
        .fetchOptional(row -> new Permission(name, row.value1()));
  }
}
