package dev.croft.placement;

import java.util.Locale;

/** In whose neighbourhood the rows of a tenant live. */
public enum Tier {
  /** In the tables that all tenants of this tier share. */
  SHARED,
  /** In a schema of its own. */
  SCHEMA,
  /** On an instance of its own. */
  INSTANCE;

  /** As the database spells it. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The tier that the database spells so. */
  public static Tier of(String value) {
    return valueOf(value.toUpperCase(Locale.ROOT));
  }
}
