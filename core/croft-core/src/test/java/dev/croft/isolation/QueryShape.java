package dev.croft.isolation;

import static dev.croft.schema.auth.Tables.PERMISSIONS;
import static dev.croft.schema.auth.Tables.ROLES;
import static dev.croft.schema.auth.Tables.ROLE_PERMISSIONS;
import static dev.croft.schema.auth.Tables.USER_ROLES;
import static dev.croft.schema.public_.Tables.TENANTS;
import static dev.croft.schema.public_.Tables.TENANT_USERS;
import static dev.croft.schema.public_.Tables.USERS;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import dev.croft.schema.auth.tables.Roles;
import dev.croft.schema.auth.tables.UserRoles;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** One query of each shape. None of them names a tenant: that is the fence's task. */
public enum QueryShape {
  READ(dsl -> dsl.select(ROLES.NAME).from(ROLES)),

  READ_WITH_CONDITION(dsl -> dsl.select(ROLES.ID).from(ROLES).where(ROLES.NAME.eq("admin"))),

  READ_WITH_LIMIT(dsl -> dsl.select(ROLES.NAME).from(ROLES).orderBy(ROLES.NAME).limit(2).offset(1)),

  TENANT_ITSELF(dsl -> dsl.select(TENANTS.SLUG).from(TENANTS)),

  SHARED_TABLE(dsl -> dsl.select(USERS.EMAIL_ADDRESS).from(USERS)),

  GLOBAL_TABLE(dsl -> dsl.select(PERMISSIONS.NAME).from(PERMISSIONS)),

  JOIN(
      dsl ->
          dsl.select(ROLES.NAME, USER_ROLES.USER_ID)
              .from(ROLES)
              .join(USER_ROLES)
              .on(USER_ROLES.ROLE_ID.eq(ROLES.ID))),

  LEFT_JOIN_WITH_ALIASES(
      dsl -> {
        Roles r = ROLES.as("r");
        UserRoles u = USER_ROLES.as("u");
        return dsl.select(r.NAME, u.USER_ID).from(r).leftJoin(u).on(u.ROLE_ID.eq(r.ID));
      }),

  LEFT_JOIN_ON_NOTHING(
      dsl ->
          dsl.select(ROLES.NAME, USER_ROLES.USER_ID)
              .from(ROLES)
              .leftJoin(USER_ROLES)
              .on(ROLES.NAME.eq("admin"))),

  RIGHT_JOIN(
      dsl ->
          dsl.select(ROLES.NAME, USER_ROLES.USER_ID)
              .from(ROLES)
              .rightJoin(USER_ROLES)
              .on(ROLES.NAME.eq("admin"))),

  FULL_JOIN(
      dsl -> {
        Roles r = ROLES.as("r");
        UserRoles u = USER_ROLES.as("u");
        return dsl.select(r.NAME, u.USER_ID).from(r).fullJoin(u).on(u.ROLE_ID.eq(r.ID));
      }),

  NESTED_JOIN(
      dsl ->
          dsl.select(TENANT_USERS.USER_ID, ROLES.NAME)
              .from(TENANT_USERS)
              .leftJoin(USER_ROLES.join(ROLES).on(ROLES.ID.eq(USER_ROLES.ROLE_ID)))
              .on(USER_ROLES.USER_ID.eq(TENANT_USERS.USER_ID))),

  CROSS_JOIN(dsl -> dsl.select(ROLES.NAME, USER_ROLES.USER_ID).from(ROLES, USER_ROLES)),

  LEFT_JOIN_USING(
      dsl -> {
        UserRoles u = USER_ROLES.as("u");
        return dsl.select(ROLE_PERMISSIONS.PERMISSION_ID, u.USER_ID)
            .from(ROLE_PERMISSIONS)
            .leftJoin(u)
            .using(u.ROLE_ID);
      }),

  JOIN_TO_SHARED(
      dsl ->
          dsl.select(USER_ROLES.ROLE_ID, USERS.EMAIL_ADDRESS)
              .from(USER_ROLES)
              .join(USERS)
              .on(USERS.ID.eq(USER_ROLES.USER_ID))),

  RENAMED_COLUMNS(
      dsl -> {
        Table<?> t = TENANT_USERS.as("t", "a", "b", "c", "d", "e", "f");
        return dsl.select(t.field("b")).from(t);
      }),

  DERIVED_TABLE(
      dsl -> {
        Table<?> t = select(ROLES.NAME.as("n")).from(ROLES).asTable("t");
        return dsl.select(t.field("n")).from(t);
      }),

  SUBQUERY(
      dsl ->
          dsl.select(TENANT_USERS.USER_ID)
              .from(TENANT_USERS)
              .where(TENANT_USERS.USER_ID.in(select(USER_ROLES.USER_ID).from(USER_ROLES)))),

  SCALAR_SUBQUERY(dsl -> dsl.select(field(select(count()).from(ROLES)))),

  CORRELATED_EXISTS(
      dsl ->
          dsl.select(ROLES.NAME)
              .from(ROLES)
              .where(exists(selectOne().from(USER_ROLES).where(USER_ROLES.ROLE_ID.eq(ROLES.ID))))),

  LATERAL(
      dsl -> {
        Table<Record1<UUID>> t =
            select(USER_ROLES.USER_ID)
                .from(USER_ROLES)
                .where(USER_ROLES.ROLE_ID.eq(ROLES.ID))
                .asTable("t");
        return dsl.select(ROLES.NAME, t.field(0)).from(ROLES, lateral(t));
      }),

  COMMON_TABLE_EXPRESSION(
      dsl -> {
        Name named = DSL.name("named");
        return dsl.with(named)
            .as(select(ROLES.NAME.as("n")).from(ROLES))
            .select(field(DSL.name("n")))
            .from(table(named));
      }),

  UNION(dsl -> dsl.select(ROLES.NAME).from(ROLES).union(dsl.select(TENANTS.NAME).from(TENANTS))),

  MULTISET(
      dsl ->
          dsl.select(
                  ROLES.NAME,
                  multiset(
                      select(USER_ROLES.USER_ID)
                          .from(USER_ROLES)
                          .where(USER_ROLES.ROLE_ID.eq(ROLES.ID))))
              .from(ROLES)),

  SEMI_JOIN(
      dsl ->
          dsl.select(ROLES.NAME)
              .from(ROLES)
              .leftSemiJoin(USER_ROLES)
              .on(USER_ROLES.ROLE_ID.eq(ROLES.ID))),

  IMPLICIT_PATH(dsl -> dsl.select(USER_ROLES.USER_ID, USER_ROLES.role().NAME).from(USER_ROLES)),

  IMPLICIT_PATH_TO_SHARED(dsl -> dsl.select(TENANT_USERS.user().EMAIL_ADDRESS).from(TENANT_USERS)),

  EXPLICIT_PATH(
      dsl ->
          dsl.select(USER_ROLES.USER_ID, USER_ROLES.role().NAME)
              .from(USER_ROLES)
              .leftJoin(USER_ROLES.role())),

  WINDOW(dsl -> dsl.select(ROLES.NAME, rowNumber().over().orderBy(ROLES.NAME)).from(ROLES)),

  FOR_UPDATE(dsl -> dsl.select(ROLES.NAME).from(ROLES).forUpdate());

  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<DSLContext, Select<?>> query;

  QueryShape(Function<DSLContext, Select<?>> query) {
    this.query = query;
  }

  /** The query on {@code dsl}. */
  public Select<?> on(DSLContext dsl) {
    return query.apply(dsl);
  }
}
