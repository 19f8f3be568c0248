package dev.croft.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Reads the SQL resources of this package's tests. */
final class Script {
  private Script() {}

  static String read(String resource) {
    try (InputStream sql = Script.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(sql, resource).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
