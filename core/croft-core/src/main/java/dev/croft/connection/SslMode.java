package dev.croft.connection;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far the server is trusted (PostgreSQL manual, section 32.19.3). */
public enum SslMode {
  /** No encryption. */
  DISABLE,
  /** Encryption if the server insists on it. */
  ALLOW,
  /** Encryption if the server has it. */
  PREFER,
  /** Encryption, with whomever it may be. */
  REQUIRE,
  /** Encryption, with a server whose certificate a trusted authority signed. */
  VERIFY_CA,
  /** Encryption, with a server whose certificate is trusted and names the host. */
  VERIFY_FULL;

  /** As PostgreSQL spells it, for example {@code verify-full}. */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<SslMode> spelled(String spelling) {
    return Stream.of(values()).filter(mode -> mode.spelling().equals(spelling)).findFirst();
  }
}
