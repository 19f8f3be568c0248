package dev.croft.paging;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/**
 * A place in a listing, opaque to callers and safe in a URL. It holds the id of the last row seen,
 * and gives no access to it: a cursor of another tenant is only a place to start from.
 *
 * @param value as handed out by a {@link Page}
 */
public record Cursor(String value) {
  private static final byte FORMAT = 1;
  private static final int LENGTH = 1 + 2 * Long.BYTES;

  /**
   * Checks that {@code value} came from a page.
   *
   * @throws InvalidCursorException when it did not
   */
  public Cursor {
    requireNonNull(value, "value");
    decode(value);
  }

  static Cursor after(UUID id) {
    ByteBuffer bytes = ByteBuffer.allocate(LENGTH);
    bytes.put(FORMAT).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    return new Cursor(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array()));
  }

  UUID id() {
    return decode(value);
  }

  private static UUID decode(String value) {
    ByteBuffer bytes = bytes(value);
    if (bytes.remaining() != LENGTH || bytes.get() != FORMAT) {
      throw new InvalidCursorException();
    }
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private static ByteBuffer bytes(String value) {
    try {
      return ByteBuffer.wrap(Base64.getUrlDecoder().decode(value));
    } catch (IllegalArgumentException e) {
      throw new InvalidCursorException();
    }
  }
}
