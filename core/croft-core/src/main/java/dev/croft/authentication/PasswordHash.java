package dev.croft.authentication;

import java.util.regex.Pattern;

/**
 * A password, hashed by the application with an algorithm made for it, such as Argon2id, scrypt or
 * bcrypt. Croft stores the hash and neither makes nor verifies one.
 *
 * @param value algorithm, cost, salt and hash in one text, as the PHC string format or crypt writes
 *     it, for example {@code $argon2id$v=19$m=19456,t=2,p=1$…$…} or {@code $2b$12$…}
 */
public record PasswordHash(String value) {
  private static final Pattern FORMAT =
      Pattern.compile("\\$[a-z0-9-]{1,32}(\\$[A-Za-z0-9+/.,=_-]+){1,4}\\$[A-Za-z0-9+/.=]{22,}");

  /**
   * Checks that {@code value} is a hash.
   *
   * @throws NotPasswordHashException when it is something else, above all the password itself
   */
  public PasswordHash {
    if (!FORMAT.matcher(value).matches()) {
      throw new NotPasswordHashException();
    }
  }

  /** Without the hash. */
  @Override
  public String toString() {
    return "PasswordHash";
  }
}
