package dev.croft.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.Optional;

/** Takes percent-encoding off, as RFC 3986 has it: a plus is a plus. */
final class PercentEncoding {
  private PercentEncoding() {}

  /** The text that was encoded; empty where what is encoded is no UTF-8. */
  static Optional<String> decoded(String encoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < encoded.length(); ) {
      if (encoded.charAt(i) != '%') {
        int end = encoded.indexOf('%', i) < 0 ? encoded.length() : encoded.indexOf('%', i);
        bytes.writeBytes(encoded.substring(i, end).getBytes(UTF_8));
        i = end;
      } else if (isEncodedByte(encoded, i)) {
        bytes.write(HexFormat.fromHexDigits(encoded, i + 1, i + 3));
        i += 3;
      } else {
        return Optional.empty();
      }
    }
    return text(bytes.toByteArray());
  }

  private static boolean isEncodedByte(String text, int i) {
    return i + 2 < text.length()
        && HexFormat.isHexDigit(text.charAt(i + 1))
        && HexFormat.isHexDigit(text.charAt(i + 2));
  }

  private static Optional<String> text(byte[] bytes) {
    try {
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
