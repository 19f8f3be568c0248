package dev.croft.audit;

import static dev.croft.schema.admin.Tables.AUDIT_LOG;
import static dev.croft.schema.public_.Tables.TENANT_AUDIT_LOG;

import dev.croft.json.JsonTexts;
import dev.croft.session.Actor;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;

/** The columns that both logs have. */
record LogTable(
    Table<?> table,
    Field<UUID> id,
    Field<Instant> createdAt,
    Field<String> loginRole,
    Field<String> actorKind,
    Field<String> actor,
    Field<String> action,
    Field<String> objectKind,
    Field<UUID> objectId,
    Field<String> reason,
    Field<JSONB> before,
    Field<JSONB> after) {

  static final LogTable OF_SYSTEM =
      new LogTable(
          AUDIT_LOG,
          AUDIT_LOG.ID,
          AUDIT_LOG.CREATED_AT,
          AUDIT_LOG.LOGIN_ROLE,
          AUDIT_LOG.ACTOR_KIND,
          AUDIT_LOG.ACTOR,
          AUDIT_LOG.ACTION,
          AUDIT_LOG.OBJECT_KIND,
          AUDIT_LOG.OBJECT_ID,
          AUDIT_LOG.REASON,
          AUDIT_LOG.BEFORE,
          AUDIT_LOG.AFTER);

  static final LogTable OF_TENANT =
      new LogTable(
          TENANT_AUDIT_LOG,
          TENANT_AUDIT_LOG.ID,
          TENANT_AUDIT_LOG.CREATED_AT,
          TENANT_AUDIT_LOG.LOGIN_ROLE,
          TENANT_AUDIT_LOG.ACTOR_KIND,
          TENANT_AUDIT_LOG.ACTOR,
          TENANT_AUDIT_LOG.ACTION,
          TENANT_AUDIT_LOG.OBJECT_KIND,
          TENANT_AUDIT_LOG.OBJECT_ID,
          TENANT_AUDIT_LOG.REASON,
          TENANT_AUDIT_LOG.BEFORE,
          TENANT_AUDIT_LOG.AFTER);

  /** What an insert sets; the rest is signed by the server. */
  Map<Field<?>, Object> row(NewAuditEntry entry, Actor by, DSLContext dsl) {
    return Map.of(
        actorKind, by.kind().value(),
        actor, by.name(),
        action, entry.action(),
        objectKind, entry.object().kind(),
        objectId, entry.object().id(),
        reason, entry.reason(),
        before, JsonTexts.format(dsl, entry.before()),
        after, JsonTexts.format(dsl, entry.after()));
  }

  AuditEntry entry(Record row, DSLContext dsl) {
    return new AuditEntry(
        new AuditEntryId(row.get(id)),
        row.get(createdAt),
        row.get(loginRole),
        new Actor(Actor.Kind.of(row.get(actorKind)), row.get(actor)),
        row.get(action),
        new AuditObject(row.get(objectKind), row.get(objectId)),
        row.get(reason),
        JsonTexts.parse(dsl, row.get(before)),
        JsonTexts.parse(dsl, row.get(after)));
  }
}
