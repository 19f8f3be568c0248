package dev.croft.authentication;

import dev.croft.session.SystemSession;
import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
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

  /** The ids are an array, so that they are chosen once, and each is looked up by the index. */
  private int deleteBatch(DSLContext dsl, int batchSize) {
    return dsl.deleteFrom(table).where(id.eq(DSL.any(DSL.array(batch(batchSize))))).execute();
  }

  private Select<Record1<UUID>> batch(int batchSize) {
    return DSL.select(id)
        .from(table)
        .where(expiresAt.le(DSL.currentInstant()))
        .orderBy(expiresAt)
        .limit(DSL.inline(batchSize))
        .forUpdate()
        .skipLocked();
  }
}
