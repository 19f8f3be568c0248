package dev.croft.billing;

import static java.util.Objects.requireNonNull;

/**
 * A plan to be created.
 *
 * @param name what code calls it: lower case letters, digits and underscores
 * @param description what it offers, in words
 */
public record NewPlan(String name, String description) {
  public NewPlan {
    requireNonNull(name, "name");
    requireNonNull(description, "description");
  }

  /** Without the words. */
  @Override
  public String toString() {
    return "NewPlan";
  }
}
