package dev.croft.authentication;

import dev.croft.session.SystemSession;
import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The rows of a table that are over. */
record Expired(Table<?> table, Field<UUID> id, Field<Instant> expiresAt) {

  /** Each batch is a transaction of its own; what another caller is deleting is passed over. */
  int delete(SystemSession session, int batchSize) {
    if (batchSize < 1) {
      throw new IllegalArgumentException(
          "A batch has at least one row, and %d were asked for.".formatted(batchSize));
    }
    int deleted = 0;
    int last;
    do {
      last = session.transactionResult(tx -> deleteBatch(tx.dsl(), batchSize));
      deleted += last;
    } while (last == batchSize);
    return deleted;
  }

  private int deleteBatch(DSLContext dsl, int batchSize) {
    return dsl.deleteFrom(table)
        .where(
            id.in(
                DSL.select(id)
                    .from(table)
                    .where(expiresAt.le(DSL.currentInstant()))
                    .orderBy(expiresAt)
                    .limit(DSL.inline(batchSize))
                    .forUpdate()
                    .skipLocked()))
        .execute();
  }
}
