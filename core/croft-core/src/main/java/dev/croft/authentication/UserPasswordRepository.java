package dev.croft.authentication;

import static dev.croft.schema.auth.Tables.USER_PASSWORDS;

import dev.croft.identity.UserId;
import dev.croft.session.SystemSession;
import java.util.Optional;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * The passwords with which people sign in, as hashes. The log of the system tells that one was set
 * or removed. Sessions that were opened with the one before stay: {@link
 * UserSessionRepository#revokeAll} ends them.
 */
public final class UserPasswordRepository {
  private final SystemSession session;
  private final DSLContext dsl;

  private UserPasswordRepository(SystemSession session) {
    this.session = session;
    this.dsl = session.dsl();
  }

  /** The passwords, as {@code session} may reach them. */
  public static UserPasswordRepository in(SystemSession session) {
    return new UserPasswordRepository(session);
  }

  /**
   * Finds what to verify the password of a person against. Whether they may sign in at all, {@link
   * UserSessionRepository#open} asks.
   */
  public Optional<PasswordHash> find(UserId user) {
    return dsl.select(USER_PASSWORDS.PASSWORD_HASH)
        .from(USER_PASSWORDS)
        .where(isOf(user))
        .fetchOptional(row -> new PasswordHash(row.value1()));
  }

  /**
   * Has a person sign in with a password, instead of the one before; of two callers the later one
   * wins.
   *
   * @throws dev.croft.exception.ForeignKeyException when there is no such person
   */
  public void set(UserId user, PasswordHash hash) {
    recorded(
        "set_password",
        user,
        tx ->
            tx.insertInto(USER_PASSWORDS)
                    .set(USER_PASSWORDS.USER_ID, user.value())
                    .set(USER_PASSWORDS.PASSWORD_HASH, hash.value())
                    .onConflict(USER_PASSWORDS.USER_ID)
                    .doUpdate()
                    .set(USER_PASSWORDS.PASSWORD_HASH, hash.value())
                    .execute()
                > 0);
  }

  /**
   * Puts a hash in the place of the one that was read, and tells whether that still stood; of two
   * callers one succeeds. To hash a password anew when its owner signs in takes this: {@link #set}
   * could bring back the password that somebody replaces meanwhile.
   */
  public boolean replace(UserId user, PasswordHash read, PasswordHash hash) {
    return recorded(
        "set_password",
        user,
        tx ->
            tx.update(USER_PASSWORDS)
                    .set(USER_PASSWORDS.PASSWORD_HASH, hash.value())
                    .where(isOf(user))
                    .and(USER_PASSWORDS.PASSWORD_HASH.eq(read.value()))
                    .execute()
                > 0);
  }

  /** Has a person sign in without a password, and tells whether they had one. */
  public boolean remove(UserId user) {
    return recorded(
        "remove_password",
        user,
        tx -> tx.deleteFrom(USER_PASSWORDS).where(isOf(user)).execute() > 0);
  }

  /** Runs a change, and records it unless it had no effect. */
  private boolean recorded(String action, UserId user, Predicate<DSLContext> change) {
    return session.transactionResult(
        tx -> {
          boolean changed = change.test(tx.dsl());
          if (changed) {
            AuthenticationLog.of(tx).user(action, user);
          }
          return changed;
        });
  }

  private static Condition isOf(UserId user) {
    return USER_PASSWORDS.USER_ID.eq(user.value());
  }
}
