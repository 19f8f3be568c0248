package dev.croft.schema;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens as an application signs them, by the cryptography of the JDK. */
final class Token {
  private Token() {}

  /** A token that is believed for ten minutes, by any connection. */
  static String of(UUID tenant, String key, byte[] secret) {
    return signed(
        "v1.%s.%d.%s".formatted(tenant, Instant.now().getEpochSecond() + 600, key), secret);
  }

  /** {@code text} with its signature. */
  static String signed(String text, byte[] secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return text + "." + HexFormat.of().formatHex(mac.doFinal(text.getBytes(US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
