package dev.croft.federation;

import java.util.Arrays;

/**
 * A secret that the application encrypted, and that Croft stores as it is given; Croft has no key.
 */
public final class EncryptedSecret {
  private final byte[] bytes;

  private EncryptedSecret(byte[] bytes) {
    this.bytes = bytes;
  }

  /** What the application's cipher returned, copied, with whatever is needed to decrypt it. */
  public static EncryptedSecret of(byte[] bytes) {
    return new EncryptedSecret(bytes.clone());
  }

  /** A copy of what was given. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EncryptedSecret secret && Arrays.equals(bytes, secret.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "EncryptedSecret";
  }
}
