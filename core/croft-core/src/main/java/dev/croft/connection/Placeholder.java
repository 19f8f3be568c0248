package dev.croft.connection;

import java.util.regex.Pattern;

/** Text that stands where a value was meant to be put. */
final class Placeholder {
  private static final Pattern FORM =
      Pattern.compile(
          "undefined|null|none|nil|changeme|change_me|change-me|todo|xxx+"
              + "|.*\\$\\{[^}]*}?.*|.*\\{\\{.*}}.*|<[^<>]*>|%[A-Za-z_][A-Za-z0-9_]*%",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private Placeholder() {}

  static boolean is(String value) {
    return FORM.matcher(value.strip()).matches();
  }
}
