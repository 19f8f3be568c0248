package dev.croft.schema;

import dev.croft.postgres.Login;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A database with the base changelog applied, and sessions of the three kinds of login. */
final class MigratedDatabase implements AutoCloseable {
  private final PostgresDatabase database;
  private final List<Connection> connections = new ArrayList<>();
  final Session owner;
  final Session app;
  final Session admin;

  private MigratedDatabase(PostgresDatabase database) {
    this.database = database;
    owner = session(database.connect());
    app = session(database.connect(database.createLogin("croft_app")));
    admin = session(database.connect(database.createLogin("croft_admin")));
  }

  static MigratedDatabase fresh() {
    PostgresServer server = PostgresServer.shared();
    return new MigratedDatabase(
        server.cloneOf(server.template(BaseChangelog.PATH, BaseChangelog::apply)));
  }

  /** Creates a tenant. */
  UUID tenant(String slug) {
    UUID id = UUID.randomUUID();
    admin.run(
        "insert into public.tenants (id, name, slug) values ('%s', '%s', '%s')"
            .formatted(id, slug, slug));
    return id;
  }

  /** Creates a person who is a member of each of the tenants. */
  UUID person(String emailAddress, UUID... tenants) {
    UUID id = UUID.randomUUID();
    admin.run(
        "insert into public.users (id, email_address) values ('%s', '%s')"
            .formatted(id, emailAddress));
    for (UUID tenant : tenants) {
      admin.run(
          "insert into public.tenant_users (tenant_id, user_id) values ('%s', '%s')"
              .formatted(tenant, id));
    }
    return id;
  }

  /** A session of a login that is a member of both groups. */
  Session memberOfBothGroups() {
    Login login = database.createLogin("croft_app");
    superuser().run("grant croft_admin to " + login.user());
    return session(database.connect(login));
  }

  /** Another connection of the owner. */
  Session anotherOwner() {
    return session(database.connect());
  }

  Session superuser() {
    return session(database.connect(database.superuser()));
  }

  private Session session(Connection connection) {
    connections.add(connection);
    return new Session(connection, null);
  }

  @Override
  public void close() {
    for (Connection connection : connections) {
      close(connection);
    }
    database.close();
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
