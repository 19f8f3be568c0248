package dev.croft.invitation;

import static dev.croft.schema.public_.Tables.INVITATIONS;

import dev.croft.access.RoleId;
import dev.croft.identity.UserId;
import dev.croft.paging.PageRequest;
import dev.croft.schema.public_.tables.records.InvitationsRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;

/** What the rows of invitations mean, by the clock of the server. */
final class InvitationRows {
  static final String PENDING = "pending";
  static final String ACCEPTED = "accepted";
  static final String REVOKED = "revoked";

  private static final Field<Boolean> IS_OVER =
      DSL.field(INVITATIONS.EXPIRES_AT.le(DSL.currentInstant())).as("is_over");

  private InvitationRows() {}

  static Condition isOpen() {
    return INVITATIONS.STATUS.eq(PENDING).and(INVITATIONS.EXPIRES_AT.gt(DSL.currentInstant()));
  }

  static Field<Instant> end(Duration validFor) {
    return DSL.currentInstant().plus(DayToSecond.valueOf(validFor));
  }

  static Optional<Invitation> find(DSLContext dsl, Condition condition) {
    return dsl.select(INVITATIONS.fields())
        .select(IS_OVER)
        .from(INVITATIONS)
        .where(condition)
        .fetchOptional(row -> toInvitation(row.into(INVITATIONS), row.get(IS_OVER)));
  }

  static List<Invitation> page(DSLContext dsl, Condition condition, PageRequest request) {
    return dsl.select(INVITATIONS.fields())
        .select(IS_OVER)
        .from(INVITATIONS)
        .where(condition)
        .orderBy(INVITATIONS.ID)
        .limit(request.limit())
        .fetch(row -> toInvitation(row.into(INVITATIONS), row.get(IS_OVER)));
  }

  static Invitation toInvitation(InvitationsRecord row, boolean isOver) {
    return new Invitation(
        new InvitationId(row.getId()),
        row.getEmailAddress(),
        new RoleId(row.getRoleId()),
        new UserId(row.getInviterId()),
        status(row.getStatus(), isOver),
        row.getExpiresAt(),
        row.getCreatedAt(),
        row.getUpdatedAt());
  }

  private static InvitationStatus status(String status, boolean isOver) {
    return status.equals(PENDING) && isOver
        ? InvitationStatus.EXPIRED
        : InvitationStatus.valueOf(status.toUpperCase(Locale.ROOT));
  }
}
