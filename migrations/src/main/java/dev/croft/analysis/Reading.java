package dev.croft.analysis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Asks one query at a time, each in a transaction that only reads and is given up when late. */
final class Reading {
  private static final int ROWS_AT_ONCE = 10_000;

  private final Connection connection;
  private final Duration timeout;

  Reading(Connection connection, Duration timeout) {
    this.connection = connection;
    this.timeout = timeout;
  }

  /** Makes something of an answer. */
  interface Answer<T> {
    T of(ResultSet rows) throws SQLException;
  }

  <T> T ask(String query, Answer<T> answer, String... parameters) throws SQLException {
    connection.setAutoCommit(false);
    try {
      begin();
      try (PreparedStatement statement = connection.prepareStatement(query)) {
        statement.setFetchSize(ROWS_AT_ONCE);
        for (int parameter = 0; parameter < parameters.length; parameter++) {
          statement.setString(parameter + 1, parameters[parameter]);
        }
        try (ResultSet rows = statement.executeQuery()) {
          return answer.of(rows);
        }
      }
    } finally {
      connection.rollback();
    }
  }

  private void begin() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set transaction read only");
      statement.execute("set local search_path = ''");
      statement.execute("set local statement_timeout = " + timeout.toMillis());
    }
  }
}
