package dev.croft.invitation;

import static java.util.Objects.requireNonNull;

import dev.croft.access.RoleId;
import dev.croft.identity.UserId;
import java.time.Instant;

/**
 * An offer to become a member of a tenant, as it was when it was read.
 *
 * @param emailAddress where it was sent
 * @param status as the server's clock said
 */
public record Invitation(
    InvitationId id,
    String emailAddress,
    RoleId role,
    UserId inviter,
    InvitationStatus status,
    Instant expiresAt,
    Instant createdAt,
    Instant updatedAt) {
  public Invitation {
    requireNonNull(id, "id");
    requireNonNull(emailAddress, "emailAddress");
    requireNonNull(role, "role");
    requireNonNull(inviter, "inviter");
    requireNonNull(status, "status");
    requireNonNull(expiresAt, "expiresAt");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(updatedAt, "updatedAt");
  }

  /** Without the address. */
  @Override
  public String toString() {
    return "Invitation[id=%s, status=%s]".formatted(id, status);
  }
}
