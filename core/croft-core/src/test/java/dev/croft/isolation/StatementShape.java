package dev.croft.isolation;

import static dev.croft.schema.auth.Tables.ROLES;
import static dev.croft.schema.auth.Tables.USER_ROLES;
import static dev.croft.schema.public_.Tables.TENANTS;
import static dev.croft.schema.public_.Tables.TENANT_USERS;
import static dev.croft.schema.public_.Tables.USERS;
import static org.jooq.impl.DSL.all;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.groupingSets;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.unnest;

import dev.croft.schema.auth.tables.Roles;
import dev.croft.schema.auth.tables.UserRoles;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Query;
import org.jooq.Record1;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Statements of the shapes that are met less often. None of them names a tenant. */
public enum StatementShape implements Shape {
  NATURAL_JOIN(
      dsl ->
          dsl.select(USER_ROLES.USER_ID, named().field(0)).from(USER_ROLES.naturalJoin(named()))),

  NATURAL_JOIN_OF_TABLES(
      dsl -> dsl.select(USER_ROLES.USER_ID).from(USER_ROLES.naturalJoin(TENANT_USERS))),

  NATURAL_LEFT_JOIN(dsl -> dsl.select(r().NAME, u().USER_ID).from(r().naturalLeftOuterJoin(u()))),

  NATURAL_FULL_JOIN_WITHOUT_ALIASES(
      dsl -> dsl.select(USER_ROLES.USER_ID).from(USER_ROLES.naturalFullOuterJoin(TENANT_USERS))),

  SELF_JOIN(
      dsl -> {
        Roles other = ROLES.as("other");
        return dsl.select(ROLES.NAME, other.NAME)
            .from(ROLES)
            .join(other)
            .on(other.NAME.gt(ROLES.NAME));
      }),

  ANTI_JOIN(
      dsl ->
          dsl.select(ROLES.NAME)
              .from(ROLES)
              .leftAntiJoin(USER_ROLES)
              .on(USER_ROLES.ROLE_ID.eq(ROLES.ID))),

  CROSS_APPLY(dsl -> dsl.select(ROLES.NAME, held().field(0)).from(ROLES.crossApply(held()))),

  OUTER_APPLY(dsl -> dsl.select(ROLES.NAME, held().field(0)).from(ROLES.outerApply(held()))),

  RECURSIVE_COMMON_TABLE(
      dsl -> {
        Field<String> n = field(DSL.name("tree", "n"), SQLDataType.VARCHAR);
        return dsl.withRecursive("tree", "n")
            .as(
                select(ROLES.NAME)
                    .from(ROLES)
                    .where(ROLES.NAME.eq("admin"))
                    .unionAll(
                        select(ROLES.NAME)
                            .from(table(DSL.name("tree")))
                            .join(ROLES)
                            .on(ROLES.NAME.gt(n))))
            .select(n)
            .from(table(DSL.name("tree")));
      }),

  UPDATING_COMMON_TABLE(
      dsl -> {
        Name changed = DSL.name("changed");
        return dsl.with(changed)
            .as(
                dsl.update(ROLES)
                    .set(ROLES.DESCRIPTION, "changed")
                    .where(ROLES.NAME.ne("user"))
                    .returning(ROLES.NAME))
            .select(field(DSL.name("name")))
            .from(table(changed));
      }),

  DELETING_COMMON_TABLE(
      dsl -> {
        CommonTableExpression<?> gone =
            DSL.name("gone").as(dsl.deleteFrom(USER_ROLES).returning(USER_ROLES.USER_ID));
        return dsl.with(gone).select(count()).from(gone);
      }),

  UNION_IN_FROM(
      dsl -> {
        Table<?> names =
            select(ROLES.NAME.as("n"))
                .from(ROLES)
                .unionAll(select(TENANTS.NAME).from(TENANTS))
                .asTable("names");
        return dsl.select(names.field("n")).from(names);
      }),

  EXCEPT_IN_IN(
      dsl ->
          dsl.select(ROLES.NAME)
              .from(ROLES)
              .where(
                  ROLES.ID.in(
                      select(ROLES.ID)
                          .from(ROLES)
                          .except(select(USER_ROLES.ROLE_ID).from(USER_ROLES))))),

  INTERSECT(
      dsl ->
          dsl.select(ROLES.ID).from(ROLES).intersect(select(USER_ROLES.ROLE_ID).from(USER_ROLES))),

  ROW_IN(
      dsl ->
          dsl.select(TENANT_USERS.USER_ID)
              .from(TENANT_USERS)
              .where(
                  row(TENANT_USERS.USER_ID, TENANT_USERS.IS_ACTIVE)
                      .in(select(USER_ROLES.USER_ID, DSL.inline(true)).from(USER_ROLES)))),

  ANY(
      dsl ->
          dsl.select(ROLES.NAME)
              .from(ROLES)
              .where(ROLES.ID.eq(any(select(USER_ROLES.ROLE_ID).from(USER_ROLES))))),

  ALL(
      dsl ->
          dsl.select(ROLES.NAME)
              .from(ROLES)
              .where(ROLES.NAME.ge(all(select(ROLES.as("o").NAME).from(ROLES.as("o")))))),

  DISTINCT_ON(
      dsl ->
          dsl.select(USER_ROLES.USER_ID)
              .distinctOn(USER_ROLES.USER_ID)
              .from(USER_ROLES)
              .orderBy(USER_ROLES.USER_ID)),

  GROUPING_SETS(
      dsl ->
          dsl.select(USER_ROLES.ROLE_ID, count())
              .from(USER_ROLES)
              .groupBy(groupingSets(new Field<?>[] {USER_ROLES.ROLE_ID}, new Field<?>[] {}))),

  HAVING_SUBQUERY(
      dsl ->
          dsl.select(USER_ROLES.USER_ID, count())
              .from(USER_ROLES)
              .groupBy(USER_ROLES.USER_ID)
              .having(count().le(select(count()).from(ROLES)))),

  ORDER_BY_SUBQUERY(
      dsl ->
          dsl.select(ROLES.NAME)
              .from(ROLES)
              .orderBy(
                  field(select(count()).from(USER_ROLES).where(USER_ROLES.ROLE_ID.eq(ROLES.ID))))),

  FOR_UPDATE_OF(
      dsl ->
          dsl.select(ROLES.NAME)
              .from(ROLES)
              .join(USER_ROLES)
              .on(USER_ROLES.ROLE_ID.eq(ROLES.ID))
              .forUpdate()
              .of(ROLES)),

  FOR_UPDATE_SKIP_LOCKED(dsl -> dsl.select(ROLES.NAME).from(ROLES).forUpdate().skipLocked()),

  VALUES_JOIN(
      dsl -> {
        Table<?> wanted = DSL.values(row("admin"), row("user")).as("wanted", "n");
        return dsl.select(ROLES.NAME)
            .from(wanted)
            .join(ROLES)
            .on(ROLES.NAME.eq(wanted.field("n", String.class)));
      }),

  UNNEST_JOIN(
      dsl -> {
        Table<?> wanted = unnest(List.of("admin", "user")).as("wanted", "n");
        return dsl.select(ROLES.NAME)
            .from(ROLES)
            .join(wanted)
            .on(ROLES.NAME.eq(wanted.field("n", String.class)));
      }),

  TABLE_WHERE(dsl -> dsl.select(ROLES.NAME).from(ROLES.where(ROLES.NAME.eq("admin")))),

  NESTED_ROW(
      dsl ->
          dsl.select(row(ROLES.NAME, field(select(max(TENANTS.NAME)).from(TENANTS)))).from(ROLES)),

  PATH_TO_MANY(
      dsl ->
          dsl.select(ROLES.NAME, ROLES.userRoles().USER_ID)
              .from(ROLES)
              .leftJoin(ROLES.userRoles())),

  PATH_TO_MANY_IN_EXISTS(
      dsl -> dsl.select(ROLES.NAME).from(ROLES).where(exists(selectOne().from(ROLES.userRoles())))),

  PATH_OF_TWO_STEPS(dsl -> dsl.select(USER_ROLES.user().user().EMAIL_ADDRESS).from(USER_ROLES)),

  PATH_IN_WHERE(
      dsl ->
          dsl.select(USER_ROLES.USER_ID)
              .from(USER_ROLES)
              .where(USER_ROLES.role().NAME.eq("keeper"))),

  PATH_IN_ORDER_BY(
      dsl -> dsl.select(USER_ROLES.USER_ID).from(USER_ROLES).orderBy(USER_ROLES.role().NAME)),

  PATH_IN_GROUP_BY(dsl -> dsl.select(count()).from(USER_ROLES).groupBy(USER_ROLES.role().NAME)),

  UPDATE_CORRELATED(
      dsl ->
          dsl.update(ROLES)
              .set(
                  ROLES.DESCRIPTION,
                  select(max(USERS.EMAIL_ADDRESS))
                      .from(USERS)
                      .join(USER_ROLES)
                      .on(USER_ROLES.USER_ID.eq(USERS.ID))
                      .where(USER_ROLES.ROLE_ID.eq(ROLES.ID)))
              .where(exists(selectOne().from(USER_ROLES).where(USER_ROLES.ROLE_ID.eq(ROLES.ID))))),

  UPDATE_FROM_JOIN(
      dsl ->
          dsl.update(ROLES)
              .set(ROLES.DESCRIPTION, USERS.EMAIL_ADDRESS)
              .from(USER_ROLES.join(USERS).on(USERS.ID.eq(USER_ROLES.USER_ID)))
              .where(USER_ROLES.ROLE_ID.eq(ROLES.ID))
              .and(ROLES.NAME.eq("keeper"))),

  UPDATE_RETURNING_SUBQUERY(
      dsl ->
          dsl.update(ROLES)
              .set(ROLES.DESCRIPTION, "changed")
              .returningResult(
                  ROLES.NAME,
                  field(select(count()).from(USER_ROLES).where(USER_ROLES.ROLE_ID.eq(ROLES.ID))))),

  DELETE_CORRELATED(
      dsl ->
          dsl.deleteFrom(ROLES)
              .where(
                  notExists(selectOne().from(USER_ROLES).where(USER_ROLES.ROLE_ID.eq(ROLES.ID))))),

  DELETE_USING_JOIN(
      dsl ->
          dsl.deleteFrom(USER_ROLES)
              .using(ROLES.join(TENANTS).on(TENANTS.ID.isNotNull()))
              .where(USER_ROLES.ROLE_ID.eq(ROLES.ID))
              .and(ROLES.NAME.eq("keeper"))),

  DELETE_RETURNING(dsl -> dsl.deleteFrom(USER_ROLES).returning(USER_ROLES.USER_ID)),

  UPDATE_OF_AN_ALIAS(
      dsl -> dsl.update(r()).set(r().DESCRIPTION, "changed").where(r().NAME.eq("admin"))),

  DELETE_OF_AN_ALIAS(dsl -> dsl.deleteFrom(u()).where(u().USER_ID.isNotNull()));

  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<DSLContext, Query> statement;

  StatementShape(Function<DSLContext, Query> statement) {
    this.statement = statement;
  }

  @Override
  public Query on(DSLContext dsl) {
    return statement.apply(dsl);
  }

  private static Roles r() {
    return ROLES.as("r");
  }

  private static UserRoles u() {
    return USER_ROLES.as("u");
  }

  private static Table<?> named() {
    return select(ROLES.NAME.as("n"), ROLES.ID.as("role_id")).from(ROLES).asTable("named");
  }

  private static Table<Record1<UUID>> held() {
    return select(USER_ROLES.USER_ID)
        .from(USER_ROLES)
        .where(USER_ROLES.ROLE_ID.eq(ROLES.ID))
        .asTable("held");
  }
}
