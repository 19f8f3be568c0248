package dev.croft.lint.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The golden files of a rule: {@code lint/<rule>/failing.sql}, passing.sql and expected.txt. */
record Example(String rule, String failing, String passing, String expected) {

  static Example of(String rule) {
    return new Example(
        rule, read(rule, "failing.sql"), read(rule, "passing.sql"), read(rule, "expected.txt"));
  }

  private static String read(String rule, String file) {
    String path = "/lint/%s/%s".formatted(rule, file);
    try (InputStream stream = Example.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new AssertionError("no golden file src/test/resources" + path);
      }
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
