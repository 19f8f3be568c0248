package dev.croft.authentication;

/** A text that is to be stored as the hash of a password is none; it may be the password itself. */
public final class NotPasswordHashException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  NotPasswordHashException() {
    super(
        "The text is no hash of a password: it lacks the form $algorithm$salt$hash. Hash the"
            + " password with Argon2id, scrypt or bcrypt, and store what that returns.");
  }
}
