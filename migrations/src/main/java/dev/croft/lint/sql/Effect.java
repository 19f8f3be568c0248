package dev.croft.lint.sql;

import java.util.List;

/**
 * Something that a statement does.
 *
 * @param table the qualified name of the table that it does it to, as PostgreSQL folds it; empty if
 *     it names none
 * @param name of the column, constraint, index or function that matters; or the value that is set;
 *     empty if there is none
 * @param constraint the name of the constraint that says so; empty if it has none, or none says so
 * @param part the action of ALTER TABLE that does it, as it is written; empty if the whole
 *     statement does
 * @param steps what has the same outcome and blocks nobody for long; none if that is not known
 */
public record Effect(
    Kind kind, String table, String name, String constraint, String part, List<Step> steps) {
  public Effect {
    steps = List.copyOf(steps);
  }

  static Effect of(Kind kind, String table, String name) {
    return of(kind, table, name, List.of());
  }

  static Effect of(Kind kind, String table, String name, List<Step> steps) {
    return new Effect(kind, table, name, "", "", steps);
  }

  Effect saidBy(String newConstraint) {
    return new Effect(kind, table, name, newConstraint, part, steps);
  }

  /** The qualified name of what is in the schema of the table. */
  public String beside() {
    return Words.beside(table, name);
  }

  Effect in(String action) {
    return new Effect(kind, table, name, constraint, action, steps);
  }

  /** What is done. */
  public enum Kind {
    CREATE_TABLE,
    /** The table that is created may have been there before. */
    CREATE_UNLESS_THERE,
    RENAME_TABLE,
    DROP_TABLE,
    DROP_SCHEMA,
    CREATE_VIEW,
    DROP_VIEW,
    RENAME_SCHEMA,
    /** It changes rows that it must see; where it sees none, it changes none. */
    SEEK_ROWS,
    FENCE_TABLE,
    /** Row-level security no longer holds for somebody it held for. */
    LIFT_ROW_SECURITY,
    /** The name says for whom: ENABLE for whoever is not the owner, FORCE for the owner. */
    RESTORE_ROW_SECURITY,
    TRUNCATE,
    ADD_COLUMN,
    ADD_REQUIRED_COLUMN,
    ADD_COMPUTED_COLUMN,
    RENAME_COLUMN,
    DROP_COLUMN,
    CHANGE_TYPE,
    SET_NOT_NULL,
    BUILD_INDEX,
    BUILD_INDEX_CONCURRENTLY,
    DROP_INDEX,
    REBUILD_INDEX,
    ADD_UNIQUE,
    ADD_FOREIGN_KEY,
    ADD_CHECK,
    ADD_CONSTRAINT_NOT_VALID,
    /** A check, not valid, that a column is not null: once valid, SET NOT NULL scans nothing. */
    PROMISE_NOT_NULL,
    VALIDATE_CONSTRAINT,
    DROP_CONSTRAINT,
    REWRITE,
    OTHER_LOCK,
    CHANGE_ROWS,
    CHANGE_EVERY_ROW,
    SET_LOCK_TIMEOUT,
    SET_FOR_SESSION,
    /** PostgreSQL refuses it inside a transaction. */
    NEEDS_NO_TRANSACTION,
    CONTROL_TRANSACTION
  }
}
