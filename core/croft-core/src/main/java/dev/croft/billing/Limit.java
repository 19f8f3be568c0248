package dev.croft.billing;

import static java.util.Objects.requireNonNull;

/**
 * Something of which plans give so much.
 *
 * @param unit what is counted, in the plural
 */
public record Limit(LimitName name, String unit) {
  public Limit {
    requireNonNull(name, "name");
    requireNonNull(unit, "unit");
  }

  /** Without the unit, which is words. */
  @Override
  public String toString() {
    return "Limit[name=%s]".formatted(name);
  }
}
