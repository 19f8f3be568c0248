package dev.croft.billing;

import java.util.regex.Pattern;

/**
 * What code calls something of which a plan gives so much.
 *
 * @param value for example {@code members}
 */
public record LimitName(String value) {
  private static final Pattern FORMAT = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  public LimitName {
    if (!FORMAT.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A limit is named in lower case letters, digits and underscores, as in members.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
