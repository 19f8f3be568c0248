package dev.croft.sealing;

import dev.croft.fixture.Seal;
import dev.croft.isolation.TenantId;
import java.time.Instant;

/** Makes tokens that no session would make. */
public final class Forger {
  private Forger() {}

  /** {@code text} with the signature of the key that sealed databases of tests know. */
  public static String signed(String text) {
    return signed(text, Seal.secret());
  }

  /** {@code text} with the signature that a {@code secret} makes. */
  public static String signed(String text, byte[] secret) {
    return SealingKey.of("any", secret).sign(text);
  }

  /** A token text for {@code tenant}, without its signature. */
  public static String text(TenantId tenant, long secondsToLive, String key) {
    return "v1.%s.%d.%s".formatted(tenant, Instant.now().getEpochSecond() + secondsToLive, key);
  }
}
