package dev.croft.doctor;

import dev.croft.connection.ConnectionPool;
import dev.croft.connection.DatabaseAddress;
import dev.croft.fixture.Seal;
import dev.croft.fixture.Village;
import dev.croft.migrations.Migrator;
import dev.croft.postgres.Login;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A freshly migrated database to be examined, in which nobody lives. */
final class Patient implements Examinee {
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

  /** With what an application adds to the base schema, and two tenants that look alike. */
  static Patient farm() {
    PostgresServer server = PostgresServer.shared();
    return new Patient(server.cloneOf(server.template("farm", Patient::plant)));
  }

  private static void migrate(PostgresDatabase database) {
    Migrator.of(database, "croft/changelog.xml").apply();
  }

  private static void plant(PostgresDatabase database) {
    migrate(database);
    run(database, database.owner(), Script.read("farm.sql"));
    run(database, database.superuser(), Script.read("farm-rows.sql"));
  }

  @Override
  public Examination examine() {
    DatabaseAddress address =
        new DatabaseAddress(database.host(), database.port(), database.name());
    try (ConnectionPool pool = ConnectionPool.open(address, Village.credentials(runtime), 1)) {
      return Doctor.examine(pool, List.of());
    }
  }

  /** A connection of a superuser. */
  Connection connect() {
    return database.connect(database.superuser());
  }

  @Override
  public void asSuperuser(String sql) {
    run(database, database.superuser(), named(sql));
  }

  private static void run(PostgresDatabase database, Login login, String sql) {
    try (Connection connection = database.connect(login);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  int majorVersion() {
    return PostgresServer.shared().majorVersion();
  }

  @Override
  public String named(String text) {
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
