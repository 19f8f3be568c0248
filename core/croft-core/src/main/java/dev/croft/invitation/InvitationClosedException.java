package dev.croft.invitation;

import dev.croft.exception.DatabaseException;
import java.util.Locale;

/** An invitation that is no longer open was to be accepted, taken back or sent again. */
public final class InvitationClosedException extends DatabaseException {
  private static final long serialVersionUID = 1L;

  private final InvitationStatus status;

  InvitationClosedException(Invitation invitation) {
    super(
        "invitation %s is not open".formatted(invitation.id()),
        "it is " + invitation.status().name().toLowerCase(Locale.ROOT),
        "Send an expired invitation again; make a new one instead of one that was accepted or"
            + " revoked.");
    this.status = invitation.status();
  }

  /** How the invitation stands. */
  public InvitationStatus status() {
    return status;
  }
}
