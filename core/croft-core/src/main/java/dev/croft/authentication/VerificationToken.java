package dev.croft.authentication;

import static java.util.Objects.requireNonNull;

/**
 * A secret that is sent to somebody, who shows by it that it reached them. The database knows its
 * SHA-256 only.
 *
 * @param value as it was handed out, or whatever somebody shows instead: 43 letters, digits,
 *     hyphens and underscores, safe in a URL
 */
public record VerificationToken(String value) {
  public VerificationToken {
    requireNonNull(value, "value");
  }

  static VerificationToken random() {
    return new VerificationToken(Secrets.random());
  }

  byte[] hash() {
    return Secrets.sha256(value);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "VerificationToken";
  }
}
