package dev.croft.lint.sql;

/**
 * A statement to be run by itself, and what takes it back.
 *
 * @param isInTransaction whether it may run inside a transaction
 * @param rollback empty if nothing needs to be taken back
 */
public record Step(String sql, boolean isInTransaction, String rollback) {

  static Step of(String sql, String rollback) {
    return new Step(sql, true, rollback);
  }

  static Step outsideTransaction(String sql, String rollback) {
    return new Step(sql, false, rollback);
  }
}
