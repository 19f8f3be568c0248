package dev.croft.access;

import static java.util.Objects.requireNonNull;

/**
 * Something that a role may allow its holders to do.
 *
 * @param description what it allows, in words
 */
public record Permission(PermissionName name, String description) {
  public Permission {
    requireNonNull(name, "name");
    requireNonNull(description, "description");
  }

  /** Without the words. */
  @Override
  public String toString() {
    return "Permission[name=%s]".formatted(name);
  }
}
