package dev.croft.oracle;

import org.jooq.Record;
import org.jooq.SelectQuery;
import org.jooq.Table;

/** Locks the rows of a SELECT where PostgreSQL can. */
final class Locks {
  private Locks() {}

  static void apply(Statement.Read read, SelectQuery<Record> select, Scope scope) {
    if (!locks(read)) {
      return;
    }
    Table<?> first = scope.tables().getFirst();
    switch (read.lock()) {
      case NONE -> {}
      case UPDATE -> select.setForUpdate(true);
      case UPDATE_OF -> select.setForLockModeOf(first);
      case SHARE -> select.setForShare(true);
      case SKIP_LOCKED -> {
        select.setForUpdate(true);
        select.setForLockModeSkipLocked();
      }
    }
  }

  static boolean locks(Statement.Read read) {
    return read.lock() != Statement.Lock.NONE
        && read.query().shape() == Query.Shape.PLAIN
        && read.query().combined().isEmpty()
        && read.query().values().stream().noneMatch(Value.Windowed.class::isInstance)
        && isLockable(read.query().from());
  }

  private static boolean isLockable(Source source) {
    if (source instanceof Source.Rows rows) {
      return rows.entity().isLockable();
    }
    return source instanceof Source.Joined joined
        && (joined.join() == Source.Join.INNER || joined.join() == Source.Join.CROSS)
        && isLockable(joined.left())
        && isLockable(joined.right());
  }
}
