package dev.croft.invitation;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies one invitation of a tenant. */
public record InvitationId(UUID value) {
  public InvitationId {
    requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
