package dev.croft.doctor;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import org.jooq.Schema;

/**
 * A transaction in which a database is changed, examined, and never changed for good. Settings that
 * a server reads when a role connects are not seen in it.
 */
final class Trial implements Examinee {
  private final Patient patient;
  private final Connection connection;
  private final GeneratedTables generated;

  private Trial(Patient patient, Connection connection, GeneratedTables generated) {
    this.patient = patient;
    this.connection = connection;
    this.generated = generated;
  }

  static Trial on(Patient patient) {
    return on(patient, List.of());
  }

  static Trial on(Patient patient, List<Schema> schemas) {
    Connection connection = patient.connect();
    try {
      connection.setAutoCommit(false);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new Trial(patient, connection, GeneratedTables.of(schemas));
  }

  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  @Override
  public void asSuperuser(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(named(sql));
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public Examination examine() {
    return thenBack(
        superuser -> {
          asSuperuser("set local session authorization ${runtime}");
          return new Examination(new Catalogue(superuser, generated).ask());
        });
  }

  /** Does work as the superuser, and takes back what it changed. */
  <T> T thenBack(Work<T> work) {
    try {
      Savepoint before = connection.setSavepoint();
      try {
        return work.on(connection);
      } finally {
        connection.rollback(before);
        connection.releaseSavepoint(before);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String named(String text) {
    return patient.named(text);
  }

  @Override
  public void close() {
    try {
      connection.rollback();
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
