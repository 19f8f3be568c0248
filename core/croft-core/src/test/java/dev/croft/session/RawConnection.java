package dev.croft.session;

import dev.croft.fixture.Village;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A connection of the runtime role, with Croft out of the way. */
final class RawConnection implements AutoCloseable {
  private final Connection connection;

  RawConnection(Village village) throws SQLException {
    this.connection = village.database().connect(village.runtime());
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of what {@code sql} gives. */
  List<String> read(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> read = new ArrayList<>();
      while (rows.next()) {
        read.add(rows.getString(1));
      }
      return read;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
