package dev.croft.isolation;

import static dev.croft.schema.auth.Tables.PERMISSIONS;
import static dev.croft.schema.auth.Tables.ROLES;
import static dev.croft.schema.auth.Tables.ROLE_PERMISSIONS;
import static dev.croft.schema.auth.Tables.USER_ROLES;
import static dev.croft.schema.public_.Tables.TENANTS;
import static dev.croft.schema.public_.Tables.TENANT_USERS;
import static dev.croft.schema.public_.Tables.USERS;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.cube;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.multisetAgg;
import static org.jooq.impl.DSL.rank;
import static org.jooq.impl.DSL.rollup;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import dev.croft.schema.auth.tables.Roles;
import dev.croft.schema.auth.tables.UserRoles;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record1;
import org.jooq.Table;
import org.jooq.WindowDefinition;
import org.jooq.impl.DSL;

/** Joins of every kind, along paths, and clauses of SELECT that are met less often. */
public enum JoinShape implements Shape {
  JOIN_USING(
      dsl ->
          dsl.select(ROLE_PERMISSIONS.PERMISSION_ID, USER_ROLES.USER_ID)
              .from(ROLE_PERMISSIONS)
              .join(USER_ROLES)
              .using(USER_ROLES.ROLE_ID)),

  RIGHT_JOIN_USING(
      dsl ->
          dsl.select(rp().PERMISSION_ID, USER_ROLES.USER_ID)
              .from(rp())
              .rightJoin(USER_ROLES)
              .using(USER_ROLES.ROLE_ID)),

  FULL_JOIN_USING(
      dsl ->
          dsl.select(rp().PERMISSION_ID, u().USER_ID).from(rp()).fullJoin(u()).using(u().ROLE_ID)),

  NATURAL_RIGHT_JOIN(dsl -> dsl.select(r().NAME, u().USER_ID).from(r().naturalRightOuterJoin(u()))),

  NATURAL_FULL_JOIN(dsl -> dsl.select(r().NAME, u().USER_ID).from(r().naturalFullOuterJoin(u()))),

  FULL_JOIN_WITHOUT_ALIASES(
      dsl ->
          dsl.select(ROLES.NAME)
              .from(ROLES)
              .fullJoin(USER_ROLES)
              .on(USER_ROLES.ROLE_ID.eq(ROLES.ID))),

  OUTER_JOIN_IN_OUTER_JOIN(
      dsl ->
          dsl.select(TENANT_USERS.USER_ID, r().NAME)
              .from(TENANT_USERS)
              .leftJoin(u().rightJoin(r()).on(u().ROLE_ID.eq(r().ID)))
              .on(u().USER_ID.eq(TENANT_USERS.USER_ID))),

  CROSS_JOIN_OF_JOINS(
      dsl ->
          dsl.select(r().NAME, TENANTS.NAME)
              .from(r().leftJoin(u()).on(u().ROLE_ID.eq(r().ID)).crossJoin(TENANTS))),

  LATERAL_LEFT_JOIN(
      dsl -> {
        Table<Record1<UUID>> held =
            select(USER_ROLES.USER_ID)
                .from(USER_ROLES)
                .where(USER_ROLES.ROLE_ID.eq(ROLES.ID))
                .asTable("held");
        return dsl.select(ROLES.NAME, held.field(0))
            .from(ROLES)
            .leftJoin(lateral(held))
            .on(ROLES.NAME.ne(""));
      }),

  TABLE_FUNCTION(
      dsl -> {
        Table<Record1<Integer>> numbers = DSL.generateSeries(1, 2).as("numbers", "n");
        return dsl.select(ROLES.NAME, numbers.field("n")).from(ROLES).crossJoin(numbers);
      }),

  TABLE_SAMPLE(dsl -> dsl.select(ROLES.NAME).from(ROLES.tablesampleBernoulli(100))),

  TABLE_SAMPLE_OF_AN_ALIAS(
      dsl -> dsl.select(r().NAME).from(r().tablesampleSystem(100).repeatable(1))),

  PATH_THAT_SKIPS_TABLES(
      dsl ->
          dsl.select(PERMISSIONS.NAME, PERMISSIONS.rolePermissions().role().NAME)
              .from(PERMISSIONS)
              .leftJoin(PERMISSIONS.rolePermissions().role())),

  PATH_THAT_SKIPS_TABLES_INNER(
      dsl ->
          dsl.select(PERMISSIONS.NAME, PERMISSIONS.rolePermissions().role().NAME)
              .from(PERMISSIONS)
              .join(PERMISSIONS.rolePermissions().role())),

  PATH_THAT_SKIPS_TABLES_TO_SHARED(
      dsl ->
          dsl.select(USER_ROLES.ROLE_ID, USER_ROLES.user().user().EMAIL_ADDRESS)
              .from(USER_ROLES)
              .leftJoin(USER_ROLES.user().user())),

  FULL_JOIN_TO_A_PATH(
      dsl ->
          dsl.select(ROLES.NAME, ROLES.userRoles().USER_ID)
              .from(ROLES)
              .fullJoin(ROLES.userRoles())),

  FULL_JOIN_TO_A_PATH_WITH_ALIASES(
      dsl -> {
        Roles role = r();
        UserRoles held = role.userRoles().as("held");
        return dsl.select(role.NAME, held.USER_ID)
            .from(role)
            .fullJoin(held)
            .on(held.ROLE_ID.eq(role.ID));
      }),

  RIGHT_JOIN_TO_A_PATH(
      dsl ->
          dsl.select(ROLES.NAME, ROLES.userRoles().USER_ID)
              .from(ROLES)
              .rightJoin(ROLES.userRoles())),

  PATH_STEP_BY_STEP(
      dsl ->
          dsl.select(PERMISSIONS.NAME, PERMISSIONS.rolePermissions().role().NAME)
              .from(PERMISSIONS)
              .leftJoin(PERMISSIONS.rolePermissions())
              .leftJoin(PERMISSIONS.rolePermissions().role())),

  PATH_IN_A_CORRELATED_MULTISET(
      dsl ->
          dsl.select(
                  ROLES.NAME,
                  DSL.multiset(
                      select(ROLES.rolePermissions().permission().NAME)
                          .from(ROLES.rolePermissions())))
              .from(ROLES)),

  MULTISET_AGG(
      dsl ->
          dsl.select(USER_ROLES.USER_ID, multisetAgg(USER_ROLES.ROLE_ID))
              .from(USER_ROLES)
              .groupBy(USER_ROLES.USER_ID)),

  ROLLUP_AND_CUBE(
      dsl ->
          dsl.select(USER_ROLES.USER_ID, USER_ROLES.ROLE_ID, count())
              .from(USER_ROLES)
              .groupBy(rollup(USER_ROLES.USER_ID), cube(USER_ROLES.ROLE_ID))),

  NAMED_WINDOW(
      dsl -> {
        WindowDefinition byHolder =
            DSL.name("w").as(DSL.partitionBy(USER_ROLES.USER_ID).orderBy(USER_ROLES.ROLE_ID));
        return dsl.select(USER_ROLES.USER_ID, rank().over(byHolder))
            .from(USER_ROLES)
            .window(byHolder);
      }),

  FILTERED_AGGREGATE(
      dsl ->
          dsl.select(
                  count()
                      .filterWhere(
                          exists(
                              selectOne().from(USER_ROLES).where(USER_ROLES.ROLE_ID.eq(ROLES.ID)))))
              .from(ROLES)),

  SELECT_DISTINCT(dsl -> dsl.selectDistinct(USER_ROLES.USER_ID).from(USER_ROLES)),

  ANY_OF_AN_ARRAY(
      dsl -> dsl.select(ROLES.ID).from(ROLES).where(ROLES.NAME.eq(DSL.any("admin", "user")))),

  ANY_OF_AN_ARRAY_OF_ROWS(
      dsl ->
          dsl.select(ROLES.NAME)
              .from(ROLES)
              .where(ROLES.ID.eq(DSL.any(DSL.array(select(USER_ROLES.ROLE_ID).from(USER_ROLES)))))),

  COUNT_OF_A_QUERY(
      dsl -> {
        Table<?> counted = select(ROLES.ID).from(ROLES).limit(5).asTable("q");
        return dsl.selectCount().from(counted);
      }),

  LIMIT_WITH_TIES(
      dsl -> dsl.select(ROLES.ID).from(ROLES).orderBy(ROLES.VERSION).limit(1).withTies()),

  FOR_SHARE_NOWAIT(
      dsl ->
          dsl.select(USERS.EMAIL_ADDRESS)
              .from(ROLES)
              .crossJoin(USERS)
              .forShare()
              .of(ROLES)
              .noWait()),

  FOR_NO_KEY_UPDATE_OF_AN_ALIAS(
      dsl -> dsl.select(r().NAME).from(r()).crossJoin(TENANTS).forNoKeyUpdate().of(r())),

  COMMON_TABLE_MATERIALIZED(
      dsl -> {
        var names = DSL.name("names").fields("n").asMaterialized(select(ROLES.NAME).from(ROLES));
        return dsl.with(names).select(names.field("n")).from(names).where(val(1).eq(1));
      }),

  NESTED_SET_OPERATIONS(
      dsl ->
          dsl.select(ROLES.NAME)
              .from(ROLES)
              .except(dsl.select(TENANTS.NAME).from(TENANTS))
              .unionAll(dsl.select(USERS.EMAIL_ADDRESS).from(USERS).orderBy(USERS.ID).limit(9)));

  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<DSLContext, Query> statement;

  JoinShape(Function<DSLContext, Query> statement) {
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

  private static dev.croft.schema.auth.tables.RolePermissions rp() {
    return ROLE_PERMISSIONS.as("rp");
  }
}
