package dev.croft.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A transaction that stays open while other sessions run; rolled back unless committed. */
record HeldTransaction(Connection connection) implements AutoCloseable {
  static HeldTransaction of(Session session) {
    try {
      session.connection().setAutoCommit(false);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return new HeldTransaction(session.connection());
  }

  void run(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  void commit() {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
