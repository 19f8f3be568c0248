package dev.croft.oracle;

import java.util.List;

/** What the oracle runs, as a description from which each way builds its own. */
sealed interface Statement {
  record Read(List<Type> types, Query query, Lock lock, Form form) implements Statement {}

  record Change(Write write) implements Statement {}

  /** Rows that one batch of bind values adds. */
  record Batch(Entity target, List<Write.NewRow> rows, Write.Owner owner, Kind kind)
      implements Statement {}

  /** The life of one record. */
  record Row(Entity target, Write.NewRow row, Life life) implements Statement {}

  enum Lock {
    NONE,
    UPDATE,
    UPDATE_OF,
    SHARE,
    SKIP_LOCKED
  }

  enum Form {
    FETCH,
    COUNT,
    EXISTS,
    CURSOR,
    STREAM
  }

  enum Kind {
    BOUND,
    RECORDS
  }

  enum Life {
    INSERTED,
    STORED,
    UPDATED,
    REFRESHED,
    DELETED
  }
}
