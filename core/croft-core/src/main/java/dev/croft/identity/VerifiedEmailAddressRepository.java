package dev.croft.identity;

import static dev.croft.schema.auth.Tables.VERIFIED_EMAIL_ADDRESSES;
import static dev.croft.schema.public_.Tables.USERS;

import dev.croft.audit.SystemAuditLogRepository;
import dev.croft.session.SystemSession;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Which addresses people have shown to be theirs, in any case of their letters. Who changes address
 * has not shown that the new one is theirs, and has still shown the old one, which is why {@link
 * #isVerified} is what to ask. The audit log of the system tells of it, without the address.
 */
public final class VerifiedEmailAddressRepository {
  private final SystemSession session;
  private final DSLContext dsl;

  private VerifiedEmailAddressRepository(SystemSession session) {
    this.session = session;
    this.dsl = session.dsl();
  }

  /** The verified addresses, as {@code session} may reach them. */
  public static VerifiedEmailAddressRepository in(SystemSession session) {
    return new VerifiedEmailAddressRepository(session);
  }

  /**
   * Notes that a person has just shown that an address is theirs; of two callers the later one is
   * kept.
   *
   * @param emailAddress what was shown, which need not be the address that they have by now
   * @throws dev.croft.exception.ForeignKeyException when there is no such person
   */
  public void verify(UserId user, String emailAddress) {
    session.transaction(
        tx -> {
          tx.dsl()
              .insertInto(VERIFIED_EMAIL_ADDRESSES)
              .set(VERIFIED_EMAIL_ADDRESSES.USER_ID, user.value())
              .set(VERIFIED_EMAIL_ADDRESSES.EMAIL_ADDRESS, DSL.lower(DSL.val(emailAddress)))
              .onConflict(VERIFIED_EMAIL_ADDRESSES.USER_ID, VERIFIED_EMAIL_ADDRESSES.EMAIL_ADDRESS)
              .doUpdate()
              .set(VERIFIED_EMAIL_ADDRESSES.VERIFIED_AT, DSL.currentInstant())
              .execute();
          SystemAuditLogRepository.in(tx).append(IdentityLog.user("verify_email_address", user));
        });
  }

  /** When a person last showed that {@code emailAddress} is theirs; empty if they never did. */
  public Optional<Instant> verifiedAt(UserId user, String emailAddress) {
    return dsl.select(VERIFIED_EMAIL_ADDRESSES.VERIFIED_AT)
        .from(VERIFIED_EMAIL_ADDRESSES)
        .where(isOf(user, emailAddress))
        .fetchOptional(VERIFIED_EMAIL_ADDRESSES.VERIFIED_AT);
  }

  private static Condition isOf(UserId user, String emailAddress) {
    return VERIFIED_EMAIL_ADDRESSES
        .USER_ID
        .eq(user.value())
        .and(VERIFIED_EMAIL_ADDRESSES.EMAIL_ADDRESS.eq(DSL.lower(DSL.val(emailAddress))));
  }

  /** Whether a person who is not deleted has shown that the address that they have is theirs. */
  public boolean isVerified(UserId user) {
    return dsl.fetchExists(
        DSL.selectOne()
            .from(USERS)
            .join(VERIFIED_EMAIL_ADDRESSES)
            .on(VERIFIED_EMAIL_ADDRESSES.USER_ID.eq(USERS.ID))
            .and(VERIFIED_EMAIL_ADDRESSES.EMAIL_ADDRESS.eq(DSL.lower(USERS.EMAIL_ADDRESS)))
            .where(USERS.ID.eq(user.value()))
            .and(UserRows.notDeleted()));
  }

  /** Takes back that an address was shown, for example because mail to it was returned. */
  public void withdraw(UserId user, String emailAddress) {
    session.transaction(
        tx -> {
          if (tx.dsl()
                  .deleteFrom(VERIFIED_EMAIL_ADDRESSES)
                  .where(isOf(user, emailAddress))
                  .execute()
              > 0) {
            SystemAuditLogRepository.in(tx)
                .append(IdentityLog.user("withdraw_email_address", user));
          }
        });
  }
}
