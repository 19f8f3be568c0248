package dev.croft.doctor;

import dev.croft.connection.ConnectionPool;
import dev.croft.connection.DatabaseAddress;
import dev.croft.fixture.Seal;
import dev.croft.fixture.Village;
import dev.croft.postgres.Login;
import dev.croft.postgres.PostgresDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/** A freshly migrated database to be examined, in which nobody lives. */
final class Patient implements AutoCloseable {
  private final PostgresDatabase database;
  private final Login runtime;
  private final Login outsider;

  private Patient(PostgresDatabase database) {
    this.database = database;
    this.runtime = database.createLogin("croft_app");
    this.outsider = database.createLogin("croft_app");
    asSuperuser(
        "revoke croft_app from ${outsider}; revoke temporary on database ${database} from public");
  }

  static Patient healthy() {
    return healthy(Seal.ofThisRun());
  }

  static Patient healthy(Seal seal) {
    return new Patient(seal.database());
  }

  Examination examine() {
    DatabaseAddress address =
        new DatabaseAddress(database.host(), database.port(), database.name());
    try (ConnectionPool pool = ConnectionPool.open(address, Village.credentials(runtime), 1)) {
      return Doctor.examine(pool);
    }
  }

  void asSuperuser(String sql) {
    try (Connection connection = database.connect(database.superuser());
        var statement = connection.createStatement()) {
      statement.execute(named(sql));
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Puts the names of this database in. */
  String named(String text) {
    return text.replace("${runtime}", runtime.user())
        .replace("${outsider}", outsider.user())
        .replace("${owner}", database.owner().user())
        .replace("${database}", database.name());
  }

  @Override
  public void close() {
    database.close();
  }
}
