package dev.croft.invitation;

import static java.util.Objects.requireNonNull;

import dev.croft.access.RoleId;
import dev.croft.identity.UserId;
import java.time.Duration;

/**
 * An invitation to be made.
 *
 * @param emailAddress where the caller sends it
 * @param role what the person gets on joining
 * @param inviter the member who makes it
 * @param validFor how long it can be accepted; more than zero
 */
public record NewInvitation(String emailAddress, RoleId role, UserId inviter, Duration validFor) {
  public NewInvitation {
    requireNonNull(emailAddress, "emailAddress");
    requireNonNull(role, "role");
    requireNonNull(inviter, "inviter");
    if (!validFor.isPositive()) {
      throw new IllegalArgumentException("An invitation is valid for more than no time.");
    }
  }

  /** Without the address. */
  @Override
  public String toString() {
    return "NewInvitation[role=%s, inviter=%s, validFor=%s]".formatted(role, inviter, validFor);
  }
}
