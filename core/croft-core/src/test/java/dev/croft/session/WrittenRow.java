package dev.croft.session;

import static dev.croft.schema.auth.Tables.ROLES;

import dev.croft.schema.auth.tables.records.RolesRecord;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The row that a write names: by which id, and with which tenant, if it names one at all.
 *
 * @param own the tenant that the writer works for
 */
record WrittenRow(UUID id, boolean namesTenant, @Nullable UUID tenant, UUID own) {

  /** A row to insert. */
  RolesRecord fresh() {
    return fresh(id, "cook", tenant);
  }

  /** A row of the writer's own, to insert beside this one. */
  RolesRecord companion() {
    return fresh(new UUID(0L, 1L), "maid", own);
  }

  private RolesRecord fresh(UUID freshId, String name, @Nullable UUID freshTenant) {
    RolesRecord row = key(freshId, freshTenant);
    row.setName(name);
    row.setDescription("written");
    return row;
  }

  private RolesRecord key(UUID keyId, @Nullable UUID keyTenant) {
    RolesRecord row = new RolesRecord();
    row.setId(keyId);
    if (namesTenant) {
      row.setTenantId(keyTenant);
    }
    return row;
  }

  /** A row as if it had been read, and its description changed since. */
  RolesRecord read() {
    RolesRecord row = key(id, tenant);
    row.touched(false);
    row.setDescription("written");
    return row;
  }

  /** What an UPDATE sets. */
  RolesRecord changes() {
    RolesRecord row = key(id, tenant);
    row.reset(ROLES.ID);
    row.setDescription("written");
    return row;
  }

  /** The condition that a careful caller would write: by id, and by tenant if one is known. */
  Condition condition() {
    Condition byId = ROLES.ID.eq(id);
    if (!namesTenant) {
      return byId;
    }
    return byId.and(tenant == null ? ROLES.TENANT_ID.isNull() : ROLES.TENANT_ID.eq(tenant));
  }

  /** The condition that jOOQ makes of an example. */
  Condition likeExample() {
    return DSL.condition(key(id, tenant));
  }

  /** The columns that {@code row} names. */
  static List<Field<?>> columns(Record row) {
    return List.of(row.fields()).stream().filter(row::touched).<Field<?>>map(f -> f).toList();
  }

  /** The values of the columns that {@code row} names. */
  static List<@Nullable Object> valuesOf(Record row) {
    return columns(row).stream().<@Nullable Object>map(row::get).toList();
  }
}
