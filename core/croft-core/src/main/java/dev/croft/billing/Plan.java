package dev.croft.billing;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What tenants can subscribe to, as it was when it was read.
 *
 * @param name what code calls it, unique among plans
 * @param description what it offers, in words
 * @param isActive whether a tenant can still subscribe to it
 * @param isDefault whether new tenants begin with it; one plan at most
 */
public record Plan(
    PlanId id,
    String name,
    String description,
    boolean isActive,
    boolean isDefault,
    long version,
    Instant createdAt,
    Instant updatedAt) {
  public Plan {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(description, "description");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(updatedAt, "updatedAt");
  }

  /** This plan with another description. */
  public Plan described(String newDescription) {
    return new Plan(id, name, newDescription, isActive, isDefault, version, createdAt, updatedAt);
  }

  /** This plan, offered no more; who subscribed to it keeps it. */
  public Plan deactivated() {
    return new Plan(id, name, description, false, isDefault, version, createdAt, updatedAt);
  }

  /** This plan, offered again. */
  public Plan reactivated() {
    return new Plan(id, name, description, true, isDefault, version, createdAt, updatedAt);
  }

  /** Without the words. */
  @Override
  public String toString() {
    return "Plan[id=%s, version=%d]".formatted(id, version);
  }
}
