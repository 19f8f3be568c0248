package dev.croft.connection;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-encoding of URLs (RFC 3986, section 2.1). A plus sign is a plus sign. */
final class PercentEncoding {
  private static final int DIGITS = 2;
  private static final int RADIX = 16;

  private PercentEncoding() {}

  /** The text, or empty where an escape is broken or the bytes are not UTF-8. */
  static Optional<String> decode(String encoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < encoded.length(); ) {
      if (encoded.charAt(i) == '%') {
        int octet = octet(encoded, i + 1);
        if (octet < 0) {
          return Optional.empty();
        }
        bytes.write(octet);
        i += 1 + DIGITS;
      } else {
        int character = encoded.codePointAt(i);
        bytes.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(character);
      }
    }
    return text(bytes.toByteArray());
  }

  private static int octet(String encoded, int start) {
    if (start + DIGITS > encoded.length()) {
      return -1;
    }
    int high = Character.digit(encoded.charAt(start), RADIX);
    int low = Character.digit(encoded.charAt(start + 1), RADIX);
    return high < 0 || low < 0 ? -1 : high * RADIX + low;
  }

  private static Optional<String> text(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
