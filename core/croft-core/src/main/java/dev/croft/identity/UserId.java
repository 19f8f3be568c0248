package dev.croft.identity;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies one person, whatever the number of tenants that know them. */
public record UserId(UUID value) {
  public UserId {
    requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
