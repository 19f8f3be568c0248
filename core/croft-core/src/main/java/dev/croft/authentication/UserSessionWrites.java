package dev.croft.authentication;

import static dev.croft.schema.auth.Tables.IMPERSONATIONS;
import static dev.croft.schema.auth.Tables.SESSIONS;
import static dev.croft.schema.auth.Tables.SESSION_TENANTS;
import static dev.croft.schema.public_.Tables.TENANTS;
import static dev.croft.schema.public_.Tables.TENANT_USERS;

import dev.croft.exception.NotFoundException;
import dev.croft.identity.UserId;
import dev.croft.isolation.TenantId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Writes sessions, in a transaction. */
record UserSessionWrites(DSLContext dsl) {

  UserSession insert(NewUserSession opened, SessionToken token) {
    refuseUnlessOpenTo(opened.userId());
    return rows().get(insertRow(opened, token));
  }

  UserSession insert(NewUserSession opened, SessionToken token, UserId impersonator) {
    refuseUnlessOpenTo(impersonator);
    refuseUnlessOpenTo(opened.userId());
    UserSessionId id = insertRow(opened, token);
    dsl.insertInto(IMPERSONATIONS)
        .set(IMPERSONATIONS.SESSION_ID, id.value())
        .set(IMPERSONATIONS.IMPERSONATOR_ID, impersonator.value())
        .execute();
    return rows().get(id);
  }

  private UserSessionRows rows() {
    return new UserSessionRows(dsl);
  }

  private void refuseUnlessOpenTo(UserId user) {
    if (!dsl.fetchExists(DSL.selectOne().where(SignIn.isOpenTo(DSL.val(user.value()))))) {
      throw new SignInRefusedException(user);
    }
  }

  @SuppressWarnings("deprecation")
  private UserSessionId insertRow(NewUserSession opened, SessionToken token) {
    return new UserSessionId(
        dsl.insertInto(SESSIONS)
            .set(SESSIONS.USER_ID, opened.userId().value())
            .set(SESSIONS.TOKEN_HASH, token.hash())
            .set(SESSIONS.EXPIRES_AT, SignIn.end(opened.validity()))
            .set(Map.of(SESSIONS.IP_ADDRESS, inet(opened.ipAddress())))
            .set(SESSIONS.USER_AGENT, opened.userAgent().orElse(null))
            .returning(SESSIONS.ID)
            .fetchSingle()
            .getId());
  }

  @SuppressWarnings("deprecation")
  private static Field<Object> inet(Optional<String> address) {
    return DSL.val(address.orElse(null), String.class).cast(SESSIONS.IP_ADDRESS);
  }

  /** The row is locked by the first of several callers; the others find its token changed. */
  boolean refresh(SessionToken token, SessionToken next, Duration validity) {
    return dsl.update(SESSIONS)
            .set(SESSIONS.TOKEN_HASH, next.hash())
            .set(SESSIONS.EXPIRES_AT, SignIn.end(validity))
            .where(SESSIONS.TOKEN_HASH.eq(token.hash()))
            .and(SignIn.isGood())
            .andNot(SignIn.isImpersonated())
            .execute()
        > 0;
  }

  void chooseTenant(UserSession session, TenantId tenant) {
    if (!isOpen(session.userId(), tenant)) {
      throw new NotFoundException("active membership in tenant", tenant.toString());
    }
    dsl.insertInto(SESSION_TENANTS)
        .set(SESSION_TENANTS.SESSION_ID, session.id().value())
        .set(SESSION_TENANTS.TENANT_ID, tenant.value())
        .onConflict(SESSION_TENANTS.SESSION_ID)
        .doUpdate()
        .set(SESSION_TENANTS.TENANT_ID, tenant.value())
        .execute();
  }

  private boolean isOpen(UserId user, TenantId tenant) {
    return dsl.fetchExists(
        DSL.selectOne()
            .from(TENANT_USERS)
            .join(TENANTS)
            .on(TENANTS.ID.eq(TENANT_USERS.TENANT_ID))
            .where(TENANT_USERS.TENANT_ID.eq(tenant.value()))
            .and(TENANT_USERS.USER_ID.eq(user.value()))
            .and(UserSessionRows.isOpen()));
  }

  void leaveTenant(UserSessionId id) {
    dsl.deleteFrom(SESSION_TENANTS).where(SESSION_TENANTS.SESSION_ID.eq(id.value())).execute();
  }
}
