package com.example.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.croft.Croft;
import dev.croft.CroftConfig;
import dev.croft.connection.Credentials;
import dev.croft.connection.DatabaseAddress;
import dev.croft.isolation.TenantId;
import dev.croft.migrations.Migrator;
import dev.croft.postgres.Login;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import dev.croft.sealing.Sealing;
import dev.croft.sealing.SealingKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A database with a thousand tenants of fifty roles each, and one way into one of them. */
final class Site implements AutoCloseable {
  private static final String ROWS =
      """
      insert into public.tenants (id, name, slug)
      select ('00000000-0000-0000-0000-' || lpad(i::text, 12, '0'))::uuid, 'T' || i, 't' || i
      from generate_series(1, 1000) i;
      insert into auth.roles (tenant_id, id, name)
      select t.id, ('11111111-0000-0000-0000-' || lpad(i::text, 12, '0'))::uuid, 'role ' || i
      from public.tenants t, generate_series(1, 50) i;
      insert into auth.role_permissions (tenant_id, role_id, permission_id)
      select r.tenant_id, r.id, (select p.id from auth.permissions p where p.name = 'role:read')
      from auth.roles r;
      vacuum analyze""";

  private static final String PROCESSES =
      "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";

  static final UUID TENANT = UUID.fromString("00000000-0000-0000-0000-000000000500");
  static final UUID ROLE = UUID.fromString("11111111-0000-0000-0000-000000000025");

  private final PostgresDatabase database;
  private final HikariDataSource unfenced = new HikariDataSource();
  private final Croft croft;

  Site(Way way) throws SQLException {
    PostgresServer server = PostgresServer.shared();
    this.database =
        server.cloneOf(
            server.template("croft", target -> Migrator.of(target, "croft/changelog.xml").apply()));
    asSuperuser(ROWS.split(";"));
    this.croft = Croft.open(way == Way.SEALED ? sealed(config()) : config());
    open(database.superuser());
  }

  private void open(Login superuser) {
    unfenced.setJdbcUrl(
        "jdbc:postgresql://%s:%d/%s".formatted(database.host(), database.port(), database.name()));
    unfenced.setUsername(superuser.user());
    unfenced.setPassword(superuser.password());
  }

  private CroftConfig config() {
    Login login = database.createLogin("croft_app");
    return CroftConfig.of(
        new DatabaseAddress(database.host(), database.port(), database.name()),
        new Credentials(login.user(), login.password()));
  }

  private CroftConfig sealed(CroftConfig config) throws SQLException {
    asSuperuser(
        "select croft.add_sealing_key('k', decode(repeat('00', 32), 'hex'))",
        "select croft.seal()");
    return config.withSealing(Sealing.with(SealingKey.of("k", new byte[32])));
  }

  private void asSuperuser(String... statements) throws SQLException {
    try (Connection connection = database.connect(database.superuser());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Those of the server that serve this database. */
  List<Long> processes() throws SQLException {
    try (Connection connection = database.connect(database.superuser());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(PROCESSES)) {
      List<Long> processes = new ArrayList<>();
      while (rows.next()) {
        processes.add(rows.getLong(1));
      }
      return processes;
    }
  }

  HikariDataSource unfenced() {
    return unfenced;
  }

  Croft croft() {
    return croft;
  }

  static TenantId tenant() {
    return new TenantId(TENANT);
  }

  @Override
  public void close() {
    unfenced.close();
    croft.close();
    database.close();
  }
}
