package dev.croft.authentication;

import dev.croft.exception.DatabaseException;
import dev.croft.identity.UserId;
import java.util.UUID;

/**
 * A person was not signed in, whatever they showed. Do not tell them which of the reasons it is.
 */
public final class SignInRefusedException extends DatabaseException {
  private static final long serialVersionUID = 1L;

  private final UUID user;

  SignInRefusedException(UserId user) {
    super(
        "user %s was not signed in".formatted(user),
        "they are banned, deleted, or were never registered",
        "Ask UserBanRepository and SystemUserRepository which, and lift or restore what should not"
            + " be.");
    this.user = user.value();
  }

  /** Who was not signed in. */
  public UserId user() {
    return new UserId(user);
  }
}
