package dev.croft.federation;

import java.net.IDN;
import java.util.Locale;

/** Domains in the one form in which they are compared: lower case, in the letters of ASCII. */
final class Domains {
  private Domains() {}

  /** What follows the last at sign. */
  static String ofAddress(String emailAddress) {
    return canonical(emailAddress.substring(emailAddress.lastIndexOf('@') + 1));
  }

  /** What is no domain comes out in lower case: it leads nowhere, and the database refuses it. */
  static String canonical(String domain) {
    try {
      return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return domain.toLowerCase(Locale.ROOT);
    }
  }
}
