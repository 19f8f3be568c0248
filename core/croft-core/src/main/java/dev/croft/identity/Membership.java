package dev.croft.identity;

import static java.util.Objects.requireNonNull;

import dev.croft.isolation.TenantId;
import java.time.Instant;

/**
 * A person's place in a tenant.
 *
 * @param isActive whether they may act in it; an inactive member is still known to the tenant
 */
public record Membership(
    TenantId tenantId,
    UserId userId,
    boolean isActive,
    long version,
    Instant createdAt,
    Instant updatedAt) {
  public Membership {
    requireNonNull(tenantId, "tenantId");
    requireNonNull(userId, "userId");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(updatedAt, "updatedAt");
  }

  /** This membership, no longer allowing the person to act. */
  public Membership deactivated() {
    return new Membership(tenantId, userId, false, version, createdAt, updatedAt);
  }

  /** This membership, allowing the person to act again. */
  public Membership reactivated() {
    return new Membership(tenantId, userId, true, version, createdAt, updatedAt);
  }
}
