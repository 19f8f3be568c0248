package dev.croft.identity;

import static java.util.Objects.requireNonNull;

import dev.croft.isolation.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * A tenant, as it was when it was read.
 *
 * @param slug its name in URLs, unique among tenants
 * @param isActive whether it is in use; a suspended tenant keeps its rows
 * @param deletedAt when it was soft-deleted, if it was
 */
public record Tenant(
    TenantId id,
    String name,
    String slug,
    boolean isActive,
    long version,
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> deletedAt) {
  public Tenant {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(slug, "slug");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(updatedAt, "updatedAt");
    requireNonNull(deletedAt, "deletedAt");
  }

  /** This tenant under another name. */
  public Tenant renamed(String newName) {
    return new Tenant(id, newName, slug, isActive, version, createdAt, updatedAt, deletedAt);
  }

  /** This tenant, out of use. */
  public Tenant suspended() {
    return new Tenant(id, name, slug, false, version, createdAt, updatedAt, deletedAt);
  }

  /** This tenant, in use again. */
  public Tenant reactivated() {
    return new Tenant(id, name, slug, true, version, createdAt, updatedAt, deletedAt);
  }

  /** Without the names. */
  @Override
  public String toString() {
    return "Tenant[id=%s, version=%d]".formatted(id, version);
  }
}
