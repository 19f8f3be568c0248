package dev.croft.placement;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * An instance of PostgreSQL on which tenants can be placed. Where it is and how to get in, the
 * configuration of operators says.
 *
 * @param name what operators call it, unique among instances
 */
public record Compute(ComputeId id, String name, Instant createdAt) {
  public Compute {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(createdAt, "createdAt");
  }

  /** Without the name. */
  @Override
  public String toString() {
    return "Compute[id=%s]".formatted(id);
  }
}
