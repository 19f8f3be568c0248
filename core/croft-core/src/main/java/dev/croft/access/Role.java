package dev.croft.access;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A role of a tenant, as it was when it was read.
 *
 * @param name unique in the tenant
 * @param description what the role is for; may be empty
 */
public record Role(
    RoleId id,
    String name,
    String description,
    long version,
    Instant createdAt,
    Instant updatedAt) {
  public Role {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(description, "description");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(updatedAt, "updatedAt");
  }

  /** This role under another name. */
  public Role renamed(String newName) {
    return new Role(id, newName, description, version, createdAt, updatedAt);
  }

  /** This role with another description. */
  public Role described(String newDescription) {
    return new Role(id, name, newDescription, version, createdAt, updatedAt);
  }

  /** Without the words. */
  @Override
  public String toString() {
    return "Role[id=%s, version=%d]".formatted(id, version);
  }
}
