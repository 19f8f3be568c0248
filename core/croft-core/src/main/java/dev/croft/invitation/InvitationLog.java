package dev.croft.invitation;

import dev.croft.audit.AuditObject;
import dev.croft.audit.NewAuditEntry;
import java.util.Map;

/** The entries that invitations leave in the audit log of their tenant: ids, and no address. */
final class InvitationLog {
  private InvitationLog() {}

  static NewAuditEntry entry(String action, Invitation invitation) {
    return NewAuditEntry.of(
            "invitation:" + action, new AuditObject("invitation", invitation.id().value()))
        .to(
            Map.of(
                "role_id", invitation.role().toString(),
                "inviter_id", invitation.inviter().toString()));
  }
}
