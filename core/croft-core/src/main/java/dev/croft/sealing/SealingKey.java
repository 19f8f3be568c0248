package dev.croft.sealing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import dev.croft.connection.ConfigurationException;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret that tokens are signed with, and that the database knows by the same name. */
public final class SealingKey {
  private static final String ALGORITHM = "HmacSHA256";
  private static final Pattern ID = Pattern.compile("[0-9a-z-]{1,32}");

  private final String id;
  private final Mac initialized;

  private SealingKey(String id, Mac initialized) {
    this.id = id;
    this.initialized = initialized;
  }

  /**
   * A key that was added to the database by {@code croft.add_sealing_key}.
   *
   * @param id at most 32 lower case letters, digits and hyphens
   * @param secret 32 to 64 bytes of a cryptographic random generator, copied: overwrite it
   *     afterwards
   * @throws ConfigurationException when the id or the secret cannot be one; it shows neither
   */
  public static SealingKey of(String id, byte[] secret) {
    requireNonNull(secret, "secret");
    if (!ID.matcher(id).matches() || secret.length < 32 || secret.length > 64) {
      throw malformed();
    }
    return new SealingKey(id, initialized(secret));
  }

  /** A key as {@code id:secret}, the secret in hexadecimal. */
  static SealingKey parse(String text) {
    int colon = text.indexOf(':');
    try {
      return of(text.substring(0, colon), HexFormat.of().parseHex(text.substring(colon + 1)));
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw malformed();
    }
  }

  private static ConfigurationException malformed() {
    return new ConfigurationException(
        "the name or the secret of the sealing key is too short, too long or malformed",
        "Name it by lower case letters, digits and hyphens; take 32 random bytes as secret.");
  }

  private static Mac initialized(byte[] secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /** What names the key in tokens and in the database. */
  public String id() {
    return id;
  }

  /** {@code text}, a dot, and its signature. Any number of threads may call this. */
  String sign(String text) {
    try {
      Mac mac = (Mac) initialized.clone();
      return text + "." + HexFormat.of().formatHex(mac.doFinal(text.getBytes(US_ASCII)));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("HmacSHA256 of this Java platform cannot be copied", e);
    }
  }

  @Override
  public String toString() {
    return "SealingKey[id=%s]".formatted(id);
  }
}
