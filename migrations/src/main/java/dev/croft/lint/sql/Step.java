package dev.croft.lint.sql;

/**
 * A statement to be run by itself, and what takes it back.
 *
 * @param isInTransaction whether it may run inside a transaction
 * @param rollback empty if nothing needs to be taken back
 * @param action what stands in place of the action of ALTER TABLE that it is for, where the
 *     statement has others; empty if nothing does
 */
public record Step(String sql, boolean isInTransaction, String rollback, String action) {

  static Step of(String sql, String rollback) {
    return new Step(sql, true, rollback, "");
  }

  static Step outsideTransaction(String sql, String rollback) {
    return new Step(sql, false, rollback, "");
  }

  static Step ofAction(String table, String action, String rollback) {
    return new Step("alter table %s %s".formatted(table, action), true, rollback, action);
  }
}
