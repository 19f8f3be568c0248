package dev.croft.authentication;

import static dev.croft.schema.auth.Tables.IMPERSONATIONS;
import static dev.croft.schema.auth.Tables.SESSIONS;
import static dev.croft.schema.auth.Tables.USER_BANS;
import static dev.croft.schema.public_.Tables.USERS;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.SelectConditionStep;
import org.jooq.types.DayToSecond;

/** Whom the service lets in, asked each time, by the clock of the server. */
final class SignIn {
  private SignIn() {}

  /** Whether a person may sign in: they are neither deleted nor banned. */
  static Condition isOpenTo(Field<UUID> user) {
    return exists(selectOne().from(USERS).where(USERS.ID.eq(user)).and(USERS.DELETED_AT.isNull()))
        .and(
            notExists(
                selectOne()
                    .from(USER_BANS)
                    .where(USER_BANS.USER_ID.eq(user))
                    .and(
                        USER_BANS
                            .EXPIRES_AT
                            .isNull()
                            .or(USER_BANS.EXPIRES_AT.gt(currentInstant())))));
  }

  /** Whether a session is good: neither over, nor of or used by a person who may not sign in. */
  static Condition isGood() {
    return isNotOver()
        .and(isOpenTo(SESSIONS.USER_ID))
        .and(notExists(impersonation().andNot(isOpenTo(IMPERSONATIONS.IMPERSONATOR_ID))));
  }

  private static Condition isNotOver() {
    return SESSIONS.EXPIRES_AT.gt(currentInstant());
  }

  static Condition isImpersonated() {
    return exists(impersonation());
  }

  private static SelectConditionStep<Record1<Integer>> impersonation() {
    return selectOne().from(IMPERSONATIONS).where(IMPERSONATIONS.SESSION_ID.eq(SESSIONS.ID));
  }

  /** When something that begins now and is good for {@code validity} is over. */
  static Field<Instant> end(Duration validity) {
    if (!validity.isPositive()) {
      throw new IllegalArgumentException(
          "What is good for no time lets nobody in: give a validity of more than nothing.");
    }
    return currentInstant().plus(DayToSecond.valueOf(validity));
  }
}
