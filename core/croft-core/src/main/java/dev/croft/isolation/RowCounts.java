package dev.croft.isolation;

import dev.croft.exception.RowCountException;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteType;
import org.jooq.Query;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/** What an INSERT promises: a row for each row of values, unless it may leave some alone. */
final class RowCounts {
  private RowCounts() {}

  static void check(ExecuteContext context) {
    if (context.type() == ExecuteType.BATCH) {
      checkBatch(context.batchQueries(), context.batchRows());
    } else {
      check(context.query(), context.rows());
    }
  }

  private static void checkBatch(Query[] queries, int[] counts) {
    for (int count : counts) {
      check(queries[0], count);
    }
  }

  /** Negative counts are those that the driver does not know. */
  private static void check(@Nullable Query query, int count) {
    if (count >= 0 && query instanceof QOM.Insert<?> insert && promises(insert)) {
      int promised = insert.$values().size();
      if (count != promised) {
        throw new RowCountException(Tables.name(insert.$into()), promised, count);
      }
    }
  }

  private static boolean promises(QOM.Insert<?> insert) {
    return insert.$select() == null
        && !insert.$onDuplicateKeyIgnore()
        && insert.$updateWhere() == null;
  }
}
