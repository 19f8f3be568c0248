package dev.croft.federation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What a provider gave so that the service may act as a person there.
 *
 * @param secret the token, encrypted
 * @param expiresAt when it ends to be valid, if the provider told
 */
public record ProviderToken(Kind kind, EncryptedSecret secret, Optional<Instant> expiresAt) {

  /** What a token is for. */
  public enum Kind {
    /** Calls the provider. */
    ACCESS("access"),
    /** Gets new tokens from the provider. */
    REFRESH("refresh"),
    /** Tells who the person is. */
    ID("id");

    private final String value;

    Kind(String value) {
      this.value = value;
    }

    String value() {
      return value;
    }
  }

  public ProviderToken {
    requireNonNull(kind, "kind");
    requireNonNull(secret, "secret");
    requireNonNull(expiresAt, "expiresAt");
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "ProviderToken[kind=%s]".formatted(kind);
  }
}
