package dev.croft.authentication;

import static dev.croft.schema.auth.Tables.IMPERSONATIONS;
import static dev.croft.schema.auth.Tables.SESSIONS;

import dev.croft.exception.NotFoundException;
import dev.croft.identity.UserId;
import dev.croft.isolation.TenantId;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.session.SystemSession;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * Who is signed in on which device. A session is good until it is over, by the clock of the server,
 * and as long as its person, and whoever impersonates them, is neither deleted nor banned; one that
 * is not good is as one that does not exist. Who they are, the caller has made sure of before.
 *
 * <p>The log of the system tells of impersonations, and of sessions that were revoked.
 */
public final class UserSessionRepository {
  private static final Expired EXPIRED = new Expired(SESSIONS, SESSIONS.ID, SESSIONS.EXPIRES_AT);

  private final SystemSession session;
  private final UserSessionRows rows;

  private UserSessionRepository(SystemSession session) {
    this.session = session;
    this.rows = new UserSessionRows(session.dsl());
  }

  /** The sessions of all people, as {@code session} may reach them. */
  public static UserSessionRepository in(SystemSession session) {
    return new UserSessionRepository(session);
  }

  /**
   * Signs a person in. The token has 256 bits of {@link java.security.SecureRandom}, and is not to
   * be had again.
   *
   * @throws SignInRefusedException when there is no such person, or they are deleted or banned
   * @throws IllegalArgumentException when it would be good for no time at all
   * @throws dev.croft.exception.StatementException when the address is not written in digits
   */
  public OpenedSession open(NewUserSession opened) {
    SessionToken token = SessionToken.random();
    return session.transactionResult(
        tx -> {
          UserSessionWrites writes = new UserSessionWrites(tx.dsl());
          return new OpenedSession(writes.insert(opened, token), token);
        });
  }

  /**
   * Signs somebody in as another person, on record: the log of the system has the reason, both
   * people, and the id of the session. Such a session ends with its time: it is not refreshed.
   *
   * @param impersonator who uses the session
   * @param opened the session, of the person who is impersonated
   * @param reason why, in words
   * @throws IllegalArgumentException when there is no reason, or somebody impersonates themselves
   * @throws SignInRefusedException when there is no such person, or they are deleted or banned; so
   *     too for who impersonates them
   */
  public OpenedSession impersonate(UserId impersonator, NewUserSession opened, String reason) {
    if (reason.isBlank() || impersonator.equals(opened.userId())) {
      throw new IllegalArgumentException(
          "To impersonate takes two people and a reason: name another person, and say why.");
    }
    SessionToken token = SessionToken.random();
    return session.transactionResult(
        tx -> {
          UserSessionWrites writes = new UserSessionWrites(tx.dsl());
          UserSession impersonated = writes.insert(opened, token, impersonator);
          AuthenticationLog.of(tx).impersonated(impersonated, impersonator, reason);
          return new OpenedSession(impersonated, token);
        });
  }

  /** Finds the good session that {@code token} belongs to. */
  public Optional<UserSession> find(SessionToken token) {
    return rows.find(token);
  }

  /**
   * Lists the good sessions of a person, oldest first: also those in which they are impersonated.
   */
  public Page<UserSession> page(UserId user, PageRequest request) {
    return rows.page(user, request);
  }

  /**
   * Gives a session a new token and a new end, and its old token up; of several callers with one
   * token, one succeeds.
   *
   * @param validity how long it is good for from now on
   * @throws IllegalArgumentException when that is no time at all
   * @return empty where {@code token} belongs to no good session, or somebody is impersonated in it
   */
  public Optional<OpenedSession> refresh(SessionToken token, Duration validity) {
    SessionToken next = SessionToken.random();
    return session.transactionResult(
        tx ->
            new UserSessionWrites(tx.dsl()).refresh(token, next, validity)
                ? new UserSessionRows(tx.dsl())
                    .find(next)
                    .map(refreshed -> new OpenedSession(refreshed, next))
                : Optional.empty());
  }

  /**
   * Has a session work in a tenant; of two callers the later one wins. Whether the person may work
   * there is asked again whenever the session is read.
   *
   * @throws NotFoundException when there is no such session that is good, or its person is no
   *     active member of such a tenant that is active and not deleted
   */
  public UserSession chooseTenant(UserSessionId id, TenantId tenant) {
    return session.transactionResult(
        tx -> {
          UserSessionRows inside = new UserSessionRows(tx.dsl());
          new UserSessionWrites(tx.dsl()).chooseTenant(inside.get(id), tenant);
          return inside.get(id);
        });
  }

  /** Has a session work in no tenant; no effect where it does not. */
  public void leaveTenant(UserSessionId id) {
    session.transaction(tx -> new UserSessionWrites(tx.dsl()).leaveTenant(id));
  }

  /** Ends the session that {@code token} belongs to, and tells whether there was one. */
  public boolean revoke(SessionToken token) {
    return revokeOne(SESSIONS.TOKEN_HASH.eq(token.hash()));
  }

  /**
   * Ends a session of a person, and tells whether there was one. The id of somebody else's session
   * is as one that does not exist.
   */
  public boolean revoke(UserId user, UserSessionId id) {
    return revokeOne(isOf(user).and(SESSIONS.ID.eq(id.value())));
  }

  private boolean revokeOne(Condition condition) {
    return session.transactionResult(
        tx ->
            tx.dsl()
                .deleteFrom(SESSIONS)
                .where(condition)
                .returning(SESSIONS.ID, SESSIONS.USER_ID)
                .fetchOptional()
                .map(
                    revoked -> {
                      AuthenticationLog.of(tx).revoked(revoked.getId(), revoked.getUserId());
                      return revoked;
                    })
                .isPresent());
  }

  /**
   * Ends every session of a person, and every one in which they impersonate somebody. Those that
   * are opened meanwhile may stay; those that are refreshed meanwhile do not.
   *
   * @return how many there were
   */
  public int revokeAll(UserId user) {
    return revokeMany(user, DSL.noCondition());
  }

  /** As {@link #revokeAll}, but for the session {@code kept}. */
  public int revokeOthers(UserId user, UserSessionId kept) {
    return revokeMany(user, SESSIONS.ID.ne(kept.value()));
  }

  private int revokeMany(UserId user, Condition condition) {
    return session.transactionResult(
        tx -> {
          int revoked =
              tx.dsl().deleteFrom(SESSIONS).where(isOf(user)).and(condition).execute()
                  + tx.dsl()
                      .deleteFrom(SESSIONS)
                      .where(SESSIONS.ID.in(impersonatedBy(user)))
                      .and(condition)
                      .execute();
          if (revoked > 0) {
            AuthenticationLog.of(tx).revokedSessions(user, revoked);
          }
          return revoked;
        });
  }

  private static Select<Record1<UUID>> impersonatedBy(UserId user) {
    return DSL.select(IMPERSONATIONS.SESSION_ID)
        .from(IMPERSONATIONS)
        .where(IMPERSONATIONS.IMPERSONATOR_ID.eq(user.value()));
  }

  private static Condition isOf(UserId user) {
    return SESSIONS.USER_ID.eq(user.value());
  }

  /**
   * Deletes the sessions that are over, in transactions of at most {@code batchSize} rows; several
   * callers share the work.
   *
   * @return how many this caller deleted
   */
  public int deleteExpired(int batchSize) {
    return EXPIRED.delete(session, batchSize);
  }
}
