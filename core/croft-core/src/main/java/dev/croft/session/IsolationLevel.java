package dev.croft.session;

import java.sql.Connection;

/** What a transaction sees of concurrent ones (PostgreSQL manual, section 13.2). */
public enum IsolationLevel {
  /** Each statement sees what was committed before it began; PostgreSQL's default. */
  READ_COMMITTED(Connection.TRANSACTION_READ_COMMITTED),
  /** All statements see what was committed before the first one began. */
  REPEATABLE_READ(Connection.TRANSACTION_REPEATABLE_READ),
  /** As if transactions ran one after the other; use it with retries. */
  SERIALIZABLE(Connection.TRANSACTION_SERIALIZABLE);

  private final int jdbcLevel;

  IsolationLevel(int jdbcLevel) {
    this.jdbcLevel = jdbcLevel;
  }

  int jdbcLevel() {
    return jdbcLevel;
  }
}
