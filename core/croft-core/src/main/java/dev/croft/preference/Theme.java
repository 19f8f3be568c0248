package dev.croft.preference;

import java.util.Locale;

/** How the service looks. */
public enum Theme {
  /** Dark on light. */
  LIGHT,
  /** Light on dark. */
  DARK,
  /** As the device of the person looks. */
  SYSTEM;

  /** As the database spells it. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The theme that the database spells so. */
  public static Theme of(String value) {
    return valueOf(value.toUpperCase(Locale.ROOT));
  }
}
