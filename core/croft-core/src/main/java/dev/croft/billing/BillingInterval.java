package dev.croft.billing;

import java.util.Locale;

/** How often a price is paid. */
public enum BillingInterval {
  /** Never: what is paid so costs nothing. */
  NONE,
  /** Once a month. */
  MONTH,
  /** Once a year. */
  YEAR;

  /** As the database spells it. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The interval that the database spells so. */
  public static BillingInterval of(String value) {
    return valueOf(value.toUpperCase(Locale.ROOT));
  }
}
