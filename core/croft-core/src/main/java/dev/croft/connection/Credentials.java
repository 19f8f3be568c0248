package dev.croft.connection;

import static java.util.Objects.requireNonNull;

/**
 * The name and password of a login role.
 *
 * @param user the role
 * @param password never shown by {@link #toString()}
 */
public record Credentials(String user, String password) {
  public Credentials {
    requireNonNull(user, "user");
    requireNonNull(password, "password");
  }

  @Override
  public String toString() {
    return "Credentials[user=%s]".formatted(user);
  }
}
