package dev.croft.invitation;

import static dev.croft.schema.public_.Tables.INVITATIONS;

import dev.croft.audit.SystemAuditLogRepository;
import dev.croft.exception.NotFoundException;
import dev.croft.identity.Membership;
import dev.croft.identity.SystemMembershipRepository;
import dev.croft.identity.UserId;
import dev.croft.isolation.TenantId;
import dev.croft.session.SystemSession;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * Invitations as those see them who were invited: by the token in the letter. It takes the system
 * to accept, for who accepts is no member yet.
 */
public final class SystemInvitationRepository {
  private final SystemSession session;

  private SystemInvitationRepository(SystemSession session) {
    this.session = session;
  }

  /** The invitations of all tenants, as {@code session} may reach them. */
  public static SystemInvitationRepository in(SystemSession session) {
    return new SystemInvitationRepository(session);
  }

  /** Finds the invitation of {@code tenant} that has the token, however it stands. */
  public Optional<Invitation> find(TenantId tenant, InvitationToken token) {
    return InvitationRows.find(session.dsl(), has(tenant, token));
  }

  /**
   * Makes {@code user} a member of {@code tenant} with the role of the invitation, in one
   * transaction. An invitation is accepted once: of two callers at once, one gets the exception.
   * Whoever has the token may accept, as it was sent to the address.
   *
   * @throws NotFoundException when the tenant has no invitation with that token
   * @throws InvitationClosedException when it expired, or was accepted or revoked
   * @throws dev.croft.exception.DuplicateKeyException when the person is a member already; the
   *     invitation stays pending
   * @throws dev.croft.exception.ForeignKeyException when the person does not exist
   */
  public Membership accept(TenantId tenant, InvitationToken token, UserId user) {
    return session.transactionResult(
        tx -> {
          Invitation accepted = close(tx.dsl(), tenant, token);
          SystemAuditLogRepository.in(tx).append(tenant, InvitationLog.entry("accept", accepted));
          return SystemMembershipRepository.in(tx).create(tenant, user, accepted.role().value());
        });
  }

  private static Invitation close(DSLContext dsl, TenantId tenant, InvitationToken token) {
    return dsl.update(INVITATIONS)
        .set(INVITATIONS.STATUS, InvitationRows.ACCEPTED)
        .where(has(tenant, token).and(InvitationRows.isOpen()))
        .returning()
        .fetchOptional(row -> InvitationRows.toInvitation(row, false))
        .orElseThrow(
            () ->
                InvitationRows.find(dsl, has(tenant, token))
                    .<RuntimeException>map(InvitationClosedException::new)
                    .orElseGet(
                        () -> new NotFoundException("invitation of tenant", tenant.toString())));
  }

  private static Condition has(TenantId tenant, InvitationToken token) {
    return INVITATIONS.TENANT_ID.eq(tenant.value()).and(INVITATIONS.TOKEN_HASH.eq(token.hash()));
  }
}
