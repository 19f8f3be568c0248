package dev.croft.federation;

import java.util.Locale;

/**
 * Domains in the one form in which they are compared: the letters of ASCII in lower case.
 *
 * <p>Other letters are left as they are, and lead nowhere. To map them is to make two domains one:
 * by IDNA 2003, {@code straße.example} becomes {@code strasse.example}, which is somebody else's,
 * and the lower case of the Kelvin sign is a {@code k}.
 */
final class Domains {
  private Domains() {}

  /** What follows the last at sign. */
  static String ofAddress(String emailAddress) {
    return canonical(emailAddress.substring(emailAddress.lastIndexOf('@') + 1));
  }

  static String canonical(String domain) {
    return domain.chars().allMatch(c -> c < 128) ? domain.toLowerCase(Locale.ROOT) : domain;
  }
}
