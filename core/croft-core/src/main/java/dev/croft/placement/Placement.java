package dev.croft.placement;

import static java.util.Objects.requireNonNull;

import dev.croft.isolation.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * Where the rows of a tenant live, as it was when it was read.
 *
 * @param computeId the instance of its own, in the tier {@link Tier#INSTANCE} and only there
 * @param epoch counts the moves of the tenant, from 1
 */
public record Placement(
    TenantId tenantId,
    Tier tier,
    Optional<ComputeId> computeId,
    long epoch,
    Instant createdAt,
    Instant updatedAt) {
  public Placement {
    requireNonNull(tenantId, "tenantId");
    requireNonNull(tier, "tier");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(updatedAt, "updatedAt");
    if ((tier == Tier.INSTANCE) != computeId.isPresent()) {
      throw new IllegalArgumentException(
          "A tenant is placed on an instance in the tier INSTANCE, and only there.");
    }
  }

  /** This placement, among the others. */
  public Placement toSharedTables() {
    return to(Tier.SHARED, Optional.empty());
  }

  /** This placement, in a schema of its own. */
  public Placement toSchema() {
    return to(Tier.SCHEMA, Optional.empty());
  }

  /** This placement, on an instance of its own. */
  public Placement toInstance(ComputeId compute) {
    return to(Tier.INSTANCE, Optional.of(compute));
  }

  private Placement to(Tier newTier, Optional<ComputeId> newCompute) {
    return new Placement(tenantId, newTier, newCompute, epoch, createdAt, updatedAt);
  }
}
