package dev.croft.testkit;

import dev.croft.Croft;
import dev.croft.CroftConfig;
import dev.croft.connection.Credentials;
import dev.croft.connection.DatabaseAddress;
import dev.croft.identity.User;
import dev.croft.isolation.TenantId;
import dev.croft.migrations.Migrator;
import dev.croft.postgres.Login;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import dev.croft.session.TenantSession;
import java.util.List;

/**
 * A migrated database of one's own, with a {@code Croft} on it. {@link CroftTest} gives one to a
 * test; elsewhere it is made by {@link #of} and closed by its maker. Threads may share it.
 */
public final class CroftDatabase implements AutoCloseable {
  /** Small, because tests that run in parallel share one server's connections. */
  private static final int POOL_SIZE = 5;

  private final PostgresDatabase database;
  private final CroftConfig config;
  private final Croft croft;
  private final Registrar registrar;

  private CroftDatabase(PostgresDatabase database) {
    this.database = database;
    try {
      this.config =
          CroftConfig.of(address(database), credentials(database.createLogin("croft_app")))
              .withSystem(credentials(database.createLogin("croft_admin")))
              .withMaximumPoolSize(POOL_SIZE);
      this.croft = Croft.open(config);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
    this.registrar = new Registrar(croft);
  }

  /**
   * Copies the database that {@code changelog} describes. It is migrated once per JVM.
   *
   * @param changelog the path of the changelog on the class path
   * @throws dev.croft.migrations.MigrationException when the changelog is missing or fails
   * @throws dev.croft.postgres.PostgresException when there is no server to work on
   * @throws dev.croft.exception.UnsafeDatabaseException when the schema does not keep tenants apart
   */
  public static CroftDatabase of(String changelog) {
    return new CroftDatabase(copyOf(changelog));
  }

  /** A copy of what {@code changelog} describes, on which nobody opened a {@code Croft}. */
  public static PostgresDatabase copyOf(String changelog) {
    PostgresServer server = PostgresServer.shared();
    return server.cloneOf(
        server.template(
            "croft-testkit " + changelog, database -> Migrator.of(database, changelog).apply()));
  }

  /** What an application needs to open its own {@code Croft} here. */
  public CroftConfig config() {
    return config;
  }

  /** The {@code Croft} of this database, closed with it. */
  public Croft croft() {
    return croft;
  }

  /** The id of a tenant, created when it is first named. */
  public TenantId tenantId(String name) {
    return registrar.tenant(name);
  }

  /** A session of a tenant, created when it is first named. */
  public TenantSession tenant(String name) {
    return croft.tenant(registrar.tenant(name));
  }

  /** A person, created when first named, and made a member of the tenants. */
  public User member(String name, String... of) {
    return registrar.member(name, List.of(of));
  }

  /** The database itself, for what only the owner of its tables may do. */
  public PostgresDatabase postgres() {
    return database;
  }

  private static DatabaseAddress address(PostgresDatabase database) {
    return new DatabaseAddress(database.host(), database.port(), database.name());
  }

  private static Credentials credentials(Login login) {
    return new Credentials(login.user(), login.password());
  }

  @Override
  public void close() {
    croft.close();
    database.close();
  }

  @Override
  public String toString() {
    return "CroftDatabase[%s]".formatted(database.name());
  }
}
