package dev.croft.authentication;

import static dev.croft.schema.auth.Tables.VERIFICATIONS;

import dev.croft.session.SystemSession;
import java.time.Duration;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Secrets that are sent to somebody and shown once: to verify an address, to replace a password, to
 * sign in by mail. Identifiers name what for and whom, as in {@code reset_password:} and the id of
 * a person; what was issued for one identifier is of no use for another.
 */
public final class VerificationRepository {
  private static final Expired EXPIRED =
      new Expired(VERIFICATIONS, VERIFICATIONS.ID, VERIFICATIONS.EXPIRES_AT);

  private final SystemSession session;
  private final DSLContext dsl;

  private VerificationRepository(SystemSession session) {
    this.session = session;
    this.dsl = session.dsl();
  }

  /** The verifications, as {@code session} may reach them. */
  public static VerificationRepository in(SystemSession session) {
    return new VerificationRepository(session);
  }

  /**
   * Makes a secret of 256 bits of {@link java.security.SecureRandom}, which is not to be had again.
   * Those that were issued for {@code identifier} before stay good.
   *
   * @param identifier what the secret will show, 1 to 500 characters
   * @param validity how long it is good for, by the clock of the server
   * @throws IllegalArgumentException when that is no time at all
   * @throws dev.croft.exception.CheckException when the identifier is empty or too long
   */
  public VerificationToken issue(String identifier, Duration validity) {
    VerificationToken token = VerificationToken.random();
    dsl.insertInto(VERIFICATIONS)
        .set(VERIFICATIONS.IDENTIFIER, identifier)
        .set(VERIFICATIONS.VALUE_HASH, token.hash())
        .set(VERIFICATIONS.EXPIRES_AT, SignIn.end(validity))
        .execute();
    return token;
  }

  /**
   * Takes a secret that somebody shows, and tells whether it is good. Of any number of callers with
   * one secret, one is told so, and nobody afterwards; what is over is good for nobody. In a
   * transaction that is rolled back the secret is not taken.
   */
  public boolean consume(String identifier, VerificationToken token) {
    return dsl.deleteFrom(VERIFICATIONS)
        .where(VERIFICATIONS.IDENTIFIER.eq(identifier))
        .and(VERIFICATIONS.VALUE_HASH.eq(token.hash()))
        .and(VERIFICATIONS.EXPIRES_AT.gt(DSL.currentInstant()))
        .returning(VERIFICATIONS.ID)
        .fetchOptional()
        .isPresent();
  }

  /** Takes back every secret that was issued for {@code identifier}, and tells how many. */
  public int withdraw(String identifier) {
    return dsl.deleteFrom(VERIFICATIONS).where(VERIFICATIONS.IDENTIFIER.eq(identifier)).execute();
  }

  /**
   * Deletes the verifications that are over, in transactions of at most {@code batchSize} rows;
   * several callers share the work.
   *
   * @return how many this caller deleted
   */
  public int deleteExpired(int batchSize) {
    return EXPIRED.delete(session, batchSize);
  }
}
