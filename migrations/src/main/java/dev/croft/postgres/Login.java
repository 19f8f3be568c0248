package dev.croft.postgres;

import static java.util.Objects.requireNonNull;

/** A role that may sign in, and its password. The text form never shows the password. */
public record Login(String user, String password) {
  public Login {
    requireNonNull(user, "user");
    requireNonNull(password, "password");
  }

  @Override
  public String toString() {
    return "Login[user=" + user + "]";
  }
}
