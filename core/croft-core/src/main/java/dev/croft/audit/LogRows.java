package dev.croft.audit;

import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.session.Actor;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Appends to a log and reads it, latest entry first. */
record LogRows(DSLContext dsl, LogTable log) {

  AuditEntry append(NewAuditEntry entry, Actor actor, Map<Field<?>, ?> more) {
    return dsl.insertInto(log.table())
        .set(log.row(entry, actor, dsl))
        .set(more)
        .returning()
        .fetchSingle(this::entry);
  }

  Page<AuditEntry> page(Condition condition, PageRequest request) {
    List<AuditEntry> entries =
        dsl.selectFrom(log.table())
            .where(condition)
            .and(request.afterId().map(log.id()::lt).orElseGet(DSL::noCondition))
            .orderBy(log.id().desc())
            .limit(request.limit())
            .fetch(this::entry);
    return request.page(entries, entry -> entry.id().value());
  }

  private AuditEntry entry(Record row) {
    return log.entry(row, dsl);
  }

  Condition isOn(AuditObject object) {
    return log.objectId().eq(object.id()).and(log.objectKind().eq(object.kind()));
  }
}
