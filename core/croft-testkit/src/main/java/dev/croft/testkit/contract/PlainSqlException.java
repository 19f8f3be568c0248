package dev.croft.testkit.contract;

import java.sql.SQLException;

/** What the driver threw for a statement that the contract itself made. */
final class PlainSqlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient SQLException failure;

  PlainSqlException(SQLException failure) {
    super(failure.getMessage(), failure);
    this.failure = failure;
  }

  SQLException failure() {
    return failure;
  }

  String sqlState() {
    return String.valueOf(failure.getSQLState());
  }
}
