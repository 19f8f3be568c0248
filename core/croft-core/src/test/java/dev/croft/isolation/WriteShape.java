package dev.croft.isolation;

import static dev.croft.schema.auth.Tables.ROLES;
import static dev.croft.schema.auth.Tables.USER_ROLES;
import static dev.croft.schema.public_.Tables.TENANTS;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;

import dev.croft.schema.auth.Keys;
import dev.croft.schema.auth.tables.Roles;
import dev.croft.schema.auth.tables.records.RolesRecord;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.InsertValuesStep2;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Inserts, upserts with every kind of conflict target, and writes with queries around them. */
public enum WriteShape implements Shape {
  INSERT_VALUES(dsl -> named(dsl, "cook").values("maid", "m")),

  INSERT_SET(dsl -> dsl.insertInto(ROLES).set(ROLES.NAME, "cook").newRecord().set(ROLES.NAME, "m")),

  INSERT_MAP(dsl -> dsl.insertInto(ROLES).set(Map.of(ROLES.NAME, "cook"))),

  INSERT_RECORD(dsl -> dsl.insertInto(ROLES).set(record("cook"))),

  INSERT_RECORDS(
      dsl ->
          dsl.insertInto(ROLES, ROLES.NAME)
              .valuesOfRecords(List.of(record("cook").into(ROLES.NAME)))),

  INSERT_ROWS(
      dsl -> dsl.insertInto(ROLES, ROLES.NAME).valuesOfRows(List.of(row("cook"), row("maid")))),

  INSERT_RETURNING(dsl -> named(dsl, "cook").returningResult(ROLES.NAME)),

  INSERT_INTO_AN_ALIAS(
      dsl -> {
        Roles r = ROLES.as("r");
        return dsl.insertInto(r, r.NAME).values("cook");
      }),

  INSERT_SELECT(
      dsl ->
          dsl.insertInto(ROLES, ROLES.NAME)
              .select(select(ROLES.NAME.concat(" (copy)")).from(ROLES))),

  INSERT_SELECT_OF_A_UNION(
      dsl ->
          dsl.insertInto(ROLES, ROLES.NAME)
              .select(select(TENANTS.SLUG).from(TENANTS).union(select(val("cook"))))),

  INSERT_SELECT_FROM_UNNEST(
      dsl -> {
        Table<?> names = unnest(List.of("cook", "maid")).as("names", "n");
        return dsl.insertInto(ROLES, ROLES.NAME)
            .select(select(names.field("n", String.class)).from(names));
      }),

  INSERT_WITH_COMMON_TABLE(
      dsl ->
          dsl.with("names", "n")
              .as(select(ROLES.NAME.concat("s")).from(ROLES))
              .insertInto(ROLES, ROLES.NAME)
              .select(
                  select(DSL.field(DSL.name("n"), String.class)).from(table(DSL.name("names"))))),

  INSERTING_COMMON_TABLE(
      dsl -> {
        var added =
            DSL.name("added").fields("n").as(named(dsl, "cook").returningResult(ROLES.NAME));
        return dsl.with(added).select(added.field("n")).from(added);
      }),

  UPDATE_WITH_COMMON_TABLE(
      dsl -> {
        var held = DSL.name("held").fields("id").as(select(USER_ROLES.ROLE_ID).from(USER_ROLES));
        return dsl.with(held)
            .update(ROLES)
            .set(ROLES.DESCRIPTION, "held")
            .where(ROLES.ID.in(select(held.field("id", UUID.class)).from(held)));
      }),

  DELETE_WITH_COMMON_TABLE(
      dsl -> {
        var held = DSL.name("held").fields("id").as(select(USER_ROLES.ROLE_ID).from(USER_ROLES));
        return dsl.with(held)
            .delete(USER_ROLES)
            .where(USER_ROLES.ROLE_ID.in(select(held.field("id", UUID.class)).from(held)))
            .returning(USER_ROLES.ROLE_ID);
      }),

  UPDATE_OF_A_ROW(
      dsl ->
          dsl.update(ROLES)
              .set(row(ROLES.NAME, ROLES.DESCRIPTION), row(ROLES.NAME.concat("s"), val("x")))),

  UPDATE_OF_A_ROW_FROM_SELECT(
      dsl ->
          dsl.update(ROLES)
              .set(row(ROLES.DESCRIPTION), select(TENANTS.NAME).from(TENANTS))
              .where(ROLES.NAME.eq("admin"))),

  UPSERT(
      dsl ->
          named(dsl, "admin")
              .onConflict(ROLES.TENANT_ID, ROLES.NAME)
              .doUpdate()
              .set(ROLES.DESCRIPTION, excluded(ROLES.DESCRIPTION))
              .returningResult(ROLES.DESCRIPTION)),

  UPSERT_WHERE(
      dsl ->
          named(dsl, "admin")
              .onConflict(ROLES.TENANT_ID, ROLES.NAME)
              .where(ROLES.NAME.isNotNull())
              .doUpdate()
              .set(ROLES.DESCRIPTION, "changed")
              .where(ROLES.ID.notIn(select(USER_ROLES.ROLE_ID).from(USER_ROLES)))),

  UPSERT_OF_A_SELECT(
      dsl ->
          dsl.insertInto(ROLES, ROLES.NAME)
              .select(select(ROLES.NAME).from(ROLES))
              .onConflict(ROLES.TENANT_ID, ROLES.NAME)
              .doUpdate()
              .set(ROLES.DESCRIPTION, "met")),

  UPSERT_OF_ALL_TO_EXCLUDED(
      dsl ->
          named(dsl, "admin")
              .onConflict(ROLES.TENANT_ID, ROLES.NAME)
              .doUpdate()
              .setAllToExcluded()),

  UPSERT_ON_CONSTRAINT(
      dsl ->
          named(dsl, "admin")
              .onConflictOnConstraint(DSL.name("roles_name_unique"))
              .doUpdate()
              .set(ROLES.DESCRIPTION, "changed")),

  UPSERT_ON_KEY(
      dsl ->
          named(dsl, "cook")
              .onConflictOnConstraint(Keys.ROLES_PK)
              .doUpdate()
              .set(ROLES.DESCRIPTION, "changed")),

  UPSERT_ON_UNKNOWN_CONSTRAINT(
      dsl ->
          named(dsl, "admin")
              .onConflictOnConstraint(DSL.name("roles_other"))
              .doUpdate()
              .set(ROLES.DESCRIPTION, "changed")),

  UPSERT_ON_DUPLICATE_KEY(
      dsl -> named(dsl, "cook").onDuplicateKeyUpdate().set(ROLES.DESCRIPTION, "changed")),

  UPSERT_OF_NOTHING(
      dsl ->
          named(dsl, "admin")
              .onConflict(ROLES.TENANT_ID, ROLES.NAME)
              .doUpdate()
              .set(ROLES.NAME, excluded(ROLES.NAME))),

  IGNORE_CONFLICT(dsl -> named(dsl, "admin").onConflict(ROLES.TENANT_ID, ROLES.NAME).doNothing()),

  IGNORE_ANY_CONFLICT(dsl -> named(dsl, "admin").onConflictDoNothing()),

  IGNORE_CONFLICT_ON_CONSTRAINT(
      dsl -> named(dsl, "admin").onConflictOnConstraint(DSL.name("roles_name_unique")).doNothing()),

  IGNORE_DUPLICATE_KEY(dsl -> named(dsl, "admin").onDuplicateKeyIgnore()),

  IGNORE_CONFLICT_WITHOUT_TENANT(dsl -> named(dsl, "admin").onConflict(ROLES.NAME).doNothing()),

  UPSERT_WITHOUT_TENANT(
      dsl -> named(dsl, "admin").onConflict(ROLES.ID).doUpdate().set(ROLES.DESCRIPTION, "changed")),

  UPSERT_THAT_MOVES(
      dsl ->
          named(dsl, "admin")
              .onConflict(ROLES.TENANT_ID, ROLES.NAME)
              .doUpdate()
              .set(ROLES.TENANT_ID, new UUID(0, 7)));

  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<DSLContext, Query> statement;

  WriteShape(Function<DSLContext, Query> statement) {
    this.statement = statement;
  }

  @Override
  public Query on(DSLContext dsl) {
    return statement.apply(dsl);
  }

  private static InsertValuesStep2<RolesRecord, String, String> named(DSLContext dsl, String name) {
    return dsl.insertInto(ROLES, ROLES.NAME, ROLES.DESCRIPTION).values(name, "d");
  }

  private static RolesRecord record(String name) {
    RolesRecord row = new RolesRecord();
    row.setName(name);
    return row;
  }
}
