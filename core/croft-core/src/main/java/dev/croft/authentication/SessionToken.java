package dev.croft.authentication;

import static java.util.Objects.requireNonNull;

/**
 * What a device shows to be let in: whoever has it is signed in. The database knows its SHA-256
 * only.
 *
 * @param value as it was handed out, or whatever a device shows instead: 43 letters, digits,
 *     hyphens and underscores, safe in a cookie
 */
public record SessionToken(String value) {
  public SessionToken {
    requireNonNull(value, "value");
  }

  static SessionToken random() {
    return new SessionToken(Secrets.random());
  }

  byte[] hash() {
    return Secrets.sha256(value);
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "SessionToken";
  }
}
