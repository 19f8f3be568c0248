package dev.croft.isolation;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies one tenant. There is no default tenant and no "all tenants" value. */
public record TenantId(UUID value) {
  public TenantId {
    requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
