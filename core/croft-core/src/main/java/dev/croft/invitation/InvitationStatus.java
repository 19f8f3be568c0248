package dev.croft.invitation;

/** How an invitation stands. */
public enum InvitationStatus {
  /** It can be accepted. */
  PENDING,

  /** Nobody accepted it in its time; it can be sent again. */
  EXPIRED,

  /** Somebody became a member by it. */
  ACCEPTED,

  /** It was taken back. */
  REVOKED
}
