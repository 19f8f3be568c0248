package dev.croft.invitation;

import static java.util.Objects.requireNonNull;

/** An invitation with the secret that the caller has to send: there is no second way to it. */
public record IssuedInvitation(Invitation invitation, InvitationToken token) {
  public IssuedInvitation {
    requireNonNull(invitation, "invitation");
    requireNonNull(token, "token");
  }
}
