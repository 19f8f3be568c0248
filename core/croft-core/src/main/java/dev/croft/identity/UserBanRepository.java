package dev.croft.identity;

import static dev.croft.schema.auth.Tables.USER_BANS;

import dev.croft.audit.NewAuditEntry;
import dev.croft.audit.SystemAuditLogRepository;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.schema.auth.tables.records.UserBansRecord;
import dev.croft.session.SystemSession;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Who may not sign in, in any tenant. A ban that is over counts as none. The sessions of who is
 * banned are of no use while the ban lasts. The audit log of the system tells of bans, without why.
 */
public final class UserBanRepository {
  private final SystemSession session;
  private final DSLContext dsl;

  private UserBanRepository(SystemSession session) {
    this.session = session;
    this.dsl = session.dsl();
  }

  /** The bans, as {@code session} may reach them. */
  public static UserBanRepository in(SystemSession session) {
    return new UserBanRepository(session);
  }

  /**
   * Bans a person until the ban is lifted, instead of a ban that they are under; of two callers the
   * later one wins.
   *
   * @param reason why, in words
   * @throws dev.croft.exception.ForeignKeyException when there is no such person
   */
  public UserBan ban(UserId user, String reason) {
    return ban(user, reason, Optional.empty());
  }

  /**
   * Bans a person for some time, instead of a ban that they are under; of two callers the later one
   * wins.
   *
   * @param reason why, in words
   * @param until when it ends by itself
   * @throws dev.croft.exception.CheckException when that is over already
   * @throws dev.croft.exception.ForeignKeyException when there is no such person
   */
  public UserBan ban(UserId user, String reason, Instant until) {
    return ban(user, reason, Optional.of(until));
  }

  private UserBan ban(UserId user, String reason, Optional<Instant> until) {
    return session.transactionResult(
        tx -> {
          UserBan ban = write(tx.dsl(), user, reason, until);
          NewAuditEntry entry = IdentityLog.user("ban", user);
          SystemAuditLogRepository.in(tx)
              .append(
                  until.map(end -> entry.to(Map.of("expires_at", end.toString()))).orElse(entry));
          return ban;
        });
  }

  /** A ban that takes the place of another begins anew. */
  private static UserBan write(
      DSLContext dsl, UserId user, String reason, Optional<Instant> until) {
    return dsl.insertInto(USER_BANS)
        .set(USER_BANS.USER_ID, user.value())
        .set(USER_BANS.REASON, reason)
        .set(USER_BANS.EXPIRES_AT, until.orElse(null))
        .onConflict(USER_BANS.USER_ID)
        .doUpdate()
        .set(USER_BANS.REASON, reason)
        .set(USER_BANS.EXPIRES_AT, until.orElse(null))
        .set(USER_BANS.CREATED_AT, DSL.currentInstant())
        .returning()
        .fetchSingle(UserBanRepository::toBan);
  }

  /** Lets a person sign in again, and tells whether a ban was in force. */
  public boolean lift(UserId user) {
    return session.transactionResult(
        tx -> {
          boolean lifted =
              tx.dsl()
                      .deleteFrom(USER_BANS)
                      .where(USER_BANS.USER_ID.eq(user.value()).and(isInForce()))
                      .execute()
                  > 0;
          if (lifted) {
            SystemAuditLogRepository.in(tx).append(IdentityLog.user("lift_ban", user));
          }
          return lifted;
        });
  }

  /** Finds the ban that a person is under. */
  public Optional<UserBan> find(UserId user) {
    return dsl.selectFrom(USER_BANS)
        .where(USER_BANS.USER_ID.eq(user.value()).and(isInForce()))
        .fetchOptional(UserBanRepository::toBan);
  }

  /** Whether a person is under a ban now. */
  public boolean isBanned(UserId user) {
    return find(user).isPresent();
  }

  /** Lists the bans in force, in the order in which the people were registered. */
  public Page<UserBan> page(PageRequest request) {
    List<UserBan> rows =
        dsl.selectFrom(USER_BANS)
            .where(request.afterId().map(USER_BANS.USER_ID::gt).orElseGet(DSL::noCondition))
            .and(isInForce())
            .orderBy(USER_BANS.USER_ID)
            .limit(request.limit())
            .fetch(UserBanRepository::toBan);
    return request.page(rows, ban -> ban.userId().value());
  }

  private static Condition isInForce() {
    return USER_BANS.EXPIRES_AT.isNull().or(USER_BANS.EXPIRES_AT.gt(DSL.currentInstant()));
  }

  private static UserBan toBan(UserBansRecord row) {
    return new UserBan(
        new UserId(row.getUserId()),
        row.getReason(),
        Optional.ofNullable(row.getExpiresAt()),
        row.getCreatedAt());
  }
}
