package dev.croft.identity;

import static java.util.Objects.requireNonNull;

/**
 * A tenant to be created.
 *
 * @param slug its name in URLs: lower-case letters, digits and single hyphens
 */
public record NewTenant(String name, String slug) {
  public NewTenant {
    requireNonNull(name, "name");
    requireNonNull(slug, "slug");
  }

  /** Without the names. */
  @Override
  public String toString() {
    return "NewTenant";
  }
}
