package dev.croft.postgres;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names and passwords that nobody else uses. */
final class RandomText {
  private static final SecureRandom random = new SecureRandom();

  private RandomText() {}

  static String name(String prefix) {
    return prefix + "_" + hex(6);
  }

  static String password() {
    return hex(16);
  }

  private static String hex(int bytes) {
    byte[] value = new byte[bytes];
    random.nextBytes(value);
    return HexFormat.of().formatHex(value);
  }
}
