package dev.croft.invitation;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret by which an invitation is accepted: 256 random bits, as text that fits into a URL. The
 * database holds its SHA-256 alone, so it can be had only when the invitation is made or sent
 * again.
 *
 * @param value what goes into the letter
 */
public record InvitationToken(String value) {
  private static final SecureRandom RANDOM = new SecureRandom();

  public InvitationToken {
    requireNonNull(value, "value");
  }

  static InvitationToken random() {
    byte[] secret = new byte[32];
    RANDOM.nextBytes(secret);
    return new InvitationToken(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value.getBytes(US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "InvitationToken";
  }
}
