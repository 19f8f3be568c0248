package dev.croft.doctor;

import java.util.stream.Collectors;

/** Writes strings as RFC 8259 wants them, in ASCII alone, so that no encoding can spoil them. */
final class Json {
  private Json() {}

  static String string(String text) {
    return text.chars().mapToObj(Json::unit).collect(Collectors.joining("", "\"", "\""));
  }

  private static String unit(int unit) {
    return switch (unit) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      default -> unit < ' ' || unit > '~' ? "\\u%04x".formatted(unit) : Character.toString(unit);
    };
  }
}
