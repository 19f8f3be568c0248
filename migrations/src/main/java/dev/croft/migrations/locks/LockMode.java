package dev.croft.migrations.locks;

import java.util.Locale;

/**
 * PostgreSQL's lock modes for relations, the weakest first (manual, section 13.3.1, "Table-Level
 * Locks").
 */
public enum LockMode {
  /** What a query takes. */
  ACCESS_SHARE("nothing that a service does"),
  /** What {@code SELECT … FOR UPDATE} takes. */
  ROW_SHARE("nothing that a service does"),
  /** What INSERT, UPDATE and DELETE take. */
  ROW_EXCLUSIVE("whoever writes the same rows"),
  /** What VACUUM and concurrent builds take. */
  SHARE_UPDATE_EXCLUSIVE("vacuum and other changes of the schema"),
  /** What CREATE INDEX takes. */
  SHARE("writes"),
  /** What CREATE TRIGGER and a foreign key take, the latter on both tables. */
  SHARE_ROW_EXCLUSIVE("writes"),
  /** What REFRESH MATERIALIZED VIEW CONCURRENTLY takes. */
  EXCLUSIVE("writes"),
  /** What most forms of ALTER TABLE take. */
  ACCESS_EXCLUSIVE("reads and writes");

  private final String blocked;

  LockMode(String blocked) {
    this.blocked = blocked;
  }

  /** What others cannot do while the lock is held, in words. */
  public String blocked() {
    return blocked;
  }

  /** Whether rows cannot be written while the lock is held. */
  public boolean blocksWrites() {
    return compareTo(SHARE) >= 0;
  }

  /** Whether rows cannot be read while the lock is held. */
  public boolean blocksReads() {
    return this == ACCESS_EXCLUSIVE;
  }

  /** As {@code LOCK TABLE} and the manual write it, such as ACCESS EXCLUSIVE. */
  @Override
  public String toString() {
    return name().replace('_', ' ');
  }

  /** The mode of a name in {@code pg_locks}, such as AccessExclusiveLock. */
  static LockMode of(String name) {
    for (LockMode mode : values()) {
      if (name.toUpperCase(Locale.ROOT).equals(mode.name().replace("_", "") + "LOCK")) {
        return mode;
      }
    }
    throw new IllegalArgumentException("lock mode: " + name);
  }
}
