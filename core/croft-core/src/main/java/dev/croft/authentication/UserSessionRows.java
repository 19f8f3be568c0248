package dev.croft.authentication;

import static dev.croft.schema.auth.Tables.IMPERSONATIONS;
import static dev.croft.schema.auth.Tables.SESSIONS;
import static dev.croft.schema.auth.Tables.SESSION_TENANTS;
import static dev.croft.schema.public_.Tables.TENANTS;
import static dev.croft.schema.public_.Tables.TENANT_USERS;

import dev.croft.exception.NotFoundException;
import dev.croft.identity.UserId;
import dev.croft.isolation.TenantId;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Reads sessions that are good. */
record UserSessionRows(DSLContext dsl) {
  /** jOOQ has no type for inet; without the function a netmask would come along. */
  @SuppressWarnings("deprecation")
  private static final Field<String> IP_ADDRESS =
      DSL.function(DSL.name("pg_catalog", "host"), SQLDataType.CLOB, SESSIONS.IP_ADDRESS)
          .as("ip_address");

  private static final Field<UUID> ACTIVE_TENANT =
      DSL.field(
              DSL.select(SESSION_TENANTS.TENANT_ID)
                  .from(SESSION_TENANTS)
                  .join(TENANT_USERS)
                  .on(TENANT_USERS.TENANT_ID.eq(SESSION_TENANTS.TENANT_ID))
                  .join(TENANTS)
                  .on(TENANTS.ID.eq(SESSION_TENANTS.TENANT_ID))
                  .where(SESSION_TENANTS.SESSION_ID.eq(SESSIONS.ID))
                  .and(TENANT_USERS.USER_ID.eq(SESSIONS.USER_ID))
                  .and(isOpen()))
          .as("active_tenant_id");

  private static final Field<UUID> IMPERSONATOR =
      DSL.field(
              DSL.select(IMPERSONATIONS.IMPERSONATOR_ID)
                  .from(IMPERSONATIONS)
                  .where(IMPERSONATIONS.SESSION_ID.eq(SESSIONS.ID)))
          .as("impersonator_id");

  /** Whether a membership lets its member work: it is active, and so is its tenant. */
  static Condition isOpen() {
    return TENANT_USERS
        .IS_ACTIVE
        .isTrue()
        .and(TENANTS.IS_ACTIVE.isTrue())
        .and(TENANTS.DELETED_AT.isNull());
  }

  Optional<UserSession> find(SessionToken token) {
    return good(SESSIONS.TOKEN_HASH.eq(token.hash())).fetchOptional(UserSessionRows::toSession);
  }

  UserSession get(UserSessionId id) {
    return good(SESSIONS.ID.eq(id.value()))
        .fetchOptional(UserSessionRows::toSession)
        .orElseThrow(() -> new NotFoundException("session", id.toString()));
  }

  Page<UserSession> page(UserId user, PageRequest request) {
    List<UserSession> rows =
        good(SESSIONS.USER_ID.eq(user.value()))
            .and(request.afterId().map(SESSIONS.ID::gt).orElseGet(DSL::noCondition))
            .orderBy(SESSIONS.ID)
            .limit(request.limit())
            .fetch(UserSessionRows::toSession);
    return request.page(rows, session -> session.id().value());
  }

  private SelectConditionStep<? extends Record> good(Condition condition) {
    return dsl.select(
            SESSIONS.ID,
            SESSIONS.USER_ID,
            SESSIONS.EXPIRES_AT,
            SESSIONS.USER_AGENT,
            SESSIONS.CREATED_AT,
            IP_ADDRESS,
            ACTIVE_TENANT,
            IMPERSONATOR)
        .from(SESSIONS)
        .where(condition)
        .and(SignIn.isGood());
  }

  private static UserSession toSession(Record row) {
    return new UserSession(
        new UserSessionId(row.get(SESSIONS.ID)),
        new UserId(row.get(SESSIONS.USER_ID)),
        row.get(SESSIONS.EXPIRES_AT),
        Optional.ofNullable(row.get(IP_ADDRESS)),
        Optional.ofNullable(row.get(SESSIONS.USER_AGENT)),
        Optional.ofNullable(row.get(ACTIVE_TENANT)).map(TenantId::new),
        Optional.ofNullable(row.get(IMPERSONATOR)).map(UserId::new),
        row.get(SESSIONS.CREATED_AT));
  }
}
