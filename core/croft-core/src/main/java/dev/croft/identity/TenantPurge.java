package dev.croft.identity;

import static dev.croft.schema.public_.Tables.TENANTS;

import dev.croft.audit.SystemAuditLogRepository;
import dev.croft.exception.NotFoundException;
import dev.croft.isolation.TenantId;
import dev.croft.session.SystemSession;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Takes a deleted tenant out of the database, batch by batch. */
record TenantPurge(SystemSession session, TenantId tenant, int batchSize) {
  private static final Name PURGE_BATCH = DSL.name("croft", "purge_batch");
  private static final String LAST = "public.tenants";

  /** The system's log tells of it before the first row goes, and again when all are gone. */
  PurgeReport run() {
    session.transaction(
        tx -> {
          requireDeleted(tx);
          SystemAuditLogRepository.in(tx).append(IdentityLog.tenant("purge", tenant.value()));
        });
    Map<String, Long> rows = new TreeMap<>();
    while (!session.<Boolean, RuntimeException>transactionResult(tx -> isOver(tx, rows))) {
      // The next batch is a transaction of its own: what is done stays done.
    }
    return new PurgeReport(tenant, rows);
  }

  private void requireDeleted(SystemSession tx) {
    boolean isDeleted =
        tx.dsl()
            .fetchExists(
                TENANTS, TENANTS.ID.eq(tenant.value()).and(TENANTS.DELETED_AT.isNotNull()));
    if (!isDeleted) {
      throw new NotFoundException("deleted tenant", tenant.toString());
    }
  }

  private boolean isOver(SystemSession tx, Map<String, Long> rows) {
    Field<String[]> batch =
        DSL.function(
            PURGE_BATCH, SQLDataType.CLOB.array(), DSL.val(tenant.value()), DSL.val(batchSize));
    String[] purged = tx.dsl().select(batch).fetchSingle().value1();
    rows.merge(purged[0], Long.valueOf(purged[1]), Long::sum);
    if (!purged[0].equals(LAST)) {
      return false;
    }
    SystemAuditLogRepository.in(tx)
        .append(IdentityLog.tenant("purged", tenant.value()).from(texts(rows)));
    return true;
  }

  private static Map<String, String> texts(Map<String, Long> rows) {
    return rows.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().toString()));
  }
}
