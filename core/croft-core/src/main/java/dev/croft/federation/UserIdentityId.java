package dev.croft.federation;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies one identity of a person at a provider. */
public record UserIdentityId(UUID value) {
  public UserIdentityId {
    requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
