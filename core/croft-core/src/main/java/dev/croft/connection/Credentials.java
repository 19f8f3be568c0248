package dev.croft.connection;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;

/**
 * The name and password of a login role.
 *
 * @param user the role
 * @param password never shown by {@link #toString()}
 */
public record Credentials(String user, String password) {
  private static final int LONGEST_NAME = 63;
  private static final int LONGEST_PASSWORD = 4096;

  public Credentials {
    requireNonNull(user, "user");
    requireNonNull(password, "password");
    if (!isUser(user) || !isPassword(password)) {
      throw new ConfigurationException(
          "a user or a password is empty, too long, or holds control characters",
          "Give the name of a role, at most 63 bytes long, and its password.");
    }
  }

  /** PostgreSQL cuts longer names, so that they mean another role. */
  static boolean isUser(String user) {
    return !user.isBlank()
        && user.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME
        && user.chars().noneMatch(Character::isISOControl);
  }

  static boolean isPassword(String password) {
    return !password.isEmpty()
        && password.length() <= LONGEST_PASSWORD
        && password.indexOf('\0') < 0;
  }

  @Override
  public String toString() {
    return "Credentials[user=%s]".formatted(user);
  }
}
