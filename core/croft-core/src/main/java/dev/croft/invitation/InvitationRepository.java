package dev.croft.invitation;

import static dev.croft.schema.public_.Tables.INVITATIONS;

import dev.croft.audit.AuditLogRepository;
import dev.croft.exception.NotFoundException;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.session.TenantSession;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * The invitations of one tenant. Letters are sent by the caller. {@link SystemInvitationRepository}
 * accepts: who accepts is no member yet. Each change leaves an entry in the tenant's audit log, in
 * the same transaction.
 */
public final class InvitationRepository {
  private final TenantSession session;
  private final DSLContext dsl;

  private InvitationRepository(TenantSession session) {
    this.session = session;
    this.dsl = session.dsl();
  }

  /** The invitations of {@code session}'s tenant. */
  public static InvitationRepository in(TenantSession session) {
    return new InvitationRepository(session);
  }

  /**
   * Makes an invitation. One at a time is pending for an address, in any case of its letters: of
   * two callers at once, one gets the exception.
   *
   * @return the invitation with its token, which cannot be had later
   * @throws dev.croft.exception.DuplicateKeyException when one is pending, even if it expired: send
   *     that one again, or revoke it
   * @throws dev.croft.exception.ForeignKeyException when the tenant has no such role, or the
   *     inviter is no member
   */
  public IssuedInvitation create(NewInvitation invitation) {
    InvitationToken token = InvitationToken.random();
    return session.transactionResult(
        tx -> {
          Invitation created =
              tx.dsl()
                  .insertInto(INVITATIONS)
                  .set(INVITATIONS.EMAIL_ADDRESS, invitation.emailAddress())
                  .set(INVITATIONS.ROLE_ID, invitation.role().value())
                  .set(INVITATIONS.INVITER_ID, invitation.inviter().value())
                  .set(INVITATIONS.TOKEN_HASH, token.hash())
                  .set(INVITATIONS.EXPIRES_AT, InvitationRows.end(invitation.validFor()))
                  .returning()
                  .fetchSingle(row -> InvitationRows.toInvitation(row, false));
          AuditLogRepository.in(tx).append(InvitationLog.entry("create", created));
          return new IssuedInvitation(created, token);
        });
  }

  /** Finds an invitation, however it stands. */
  public Optional<Invitation> find(InvitationId id) {
    return InvitationRows.find(dsl, is(id));
  }

  /**
   * Returns an invitation, however it stands.
   *
   * @throws NotFoundException when the tenant has none with that id
   */
  public Invitation get(InvitationId id) {
    return find(id).orElseThrow(() -> notFound(id));
  }

  /** Lists invitations, however they stand, oldest first. */
  public Page<Invitation> page(PageRequest request) {
    List<Invitation> rows =
        InvitationRows.page(
            dsl, request.afterId().map(INVITATIONS.ID::gt).orElseGet(DSL::noCondition), request);
    return request.page(rows, invitation -> invitation.id().value());
  }

  /**
   * Takes a pending invitation back, be it in its time or past it.
   *
   * @throws NotFoundException when the tenant has none with that id
   * @throws InvitationClosedException when it was accepted or revoked
   */
  public Invitation revoke(InvitationId id) {
    return session.transactionResult(
        tx -> {
          Invitation revoked =
              tx.dsl()
                  .update(INVITATIONS)
                  .set(INVITATIONS.STATUS, InvitationRows.REVOKED)
                  .where(isPending(id))
                  .returning()
                  .fetchOptional(row -> InvitationRows.toInvitation(row, false))
                  .orElseThrow(() -> closed(tx, id));
          AuditLogRepository.in(tx).append(InvitationLog.entry("revoke", revoked));
          return revoked;
        });
  }

  /**
   * Gives a pending invitation a new token and new time; the token that it had is worth nothing
   * from then on.
   *
   * @throws NotFoundException when the tenant has none with that id
   * @throws InvitationClosedException when it was accepted or revoked
   */
  public IssuedInvitation resend(InvitationId id, Duration validFor) {
    InvitationToken token = InvitationToken.random();
    return session.transactionResult(
        tx -> {
          Invitation sent =
              tx.dsl()
                  .update(INVITATIONS)
                  .set(INVITATIONS.TOKEN_HASH, token.hash())
                  .set(INVITATIONS.EXPIRES_AT, InvitationRows.end(validFor))
                  .where(isPending(id))
                  .returning()
                  .fetchOptional(row -> InvitationRows.toInvitation(row, false))
                  .orElseThrow(() -> closed(tx, id));
          AuditLogRepository.in(tx).append(InvitationLog.entry("resend", sent));
          return new IssuedInvitation(sent, token);
        });
  }

  private static Condition is(InvitationId id) {
    return INVITATIONS.ID.eq(id.value());
  }

  private static Condition isPending(InvitationId id) {
    return is(id).and(INVITATIONS.STATUS.eq(InvitationRows.PENDING));
  }

  private static RuntimeException closed(TenantSession tx, InvitationId id) {
    return in(tx)
        .find(id)
        .<RuntimeException>map(InvitationClosedException::new)
        .orElseGet(() -> notFound(id));
  }

  private static NotFoundException notFound(InvitationId id) {
    return new NotFoundException("invitation", id.toString());
  }
}
