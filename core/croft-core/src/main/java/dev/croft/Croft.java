package dev.croft;

import static java.util.Objects.requireNonNull;

import dev.croft.connection.ConfigurationException;
import dev.croft.connection.ConnectionPool;
import dev.croft.connection.Credentials;
import dev.croft.doctor.Doctor;
import dev.croft.doctor.Examination;
import dev.croft.isolation.TenantId;
import dev.croft.session.Sessions;
import dev.croft.session.SystemSession;
import dev.croft.session.TenantSession;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database in which every tenant's rows stay inside its own fence. Open one per application. */
public final class Croft implements AutoCloseable {
  private final List<ConnectionPool> pools = new ArrayList<>();
  private final Sessions tenantSessions;
  private final @Nullable Sessions systemSessions;

  private Croft(CroftConfig config) {
    try {
      this.tenantSessions =
          Sessions.forTenants(
              pool(config, config.runtime()), config.schemas(), config.reportOnly());
      this.systemSessions =
          config
              .system()
              .map(
                  credentials ->
                      tenantSessions.forSystem(pool(config, credentials), config.reportOnly()))
              .orElse(null);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Connects, and checks that the database keeps tenants apart from this login.
   *
   * @throws dev.croft.exception.UnsafeDatabaseException when it would not; nothing stays open
   * @throws dev.croft.exception.ConnectionUnavailableException when the server does not let it in
   */
  public static Croft open(CroftConfig config) {
    return new Croft(config);
  }

  /**
   * Connects as tenant sessions would, and tells all that the doctor finds, without opening.
   *
   * @throws dev.croft.exception.ConnectionUnavailableException when the server does not let it in
   */
  public static Examination examine(CroftConfig config) {
    try (ConnectionPool pool = ConnectionPool.open(config.address(), config.runtime(), 1)) {
      return Doctor.examine(pool, config.schemas());
    }
  }

  private ConnectionPool pool(CroftConfig config, Credentials credentials) {
    ConnectionPool pool =
        ConnectionPool.open(config.address(), credentials, config.maximumPoolSize());
    pools.add(pool);
    return pool;
  }

  /** The door to the rows of {@code tenant}. Whether the tenant exists is not checked. */
  public TenantSession tenant(TenantId tenant) {
    requireNonNull(tenant, "tenant");
    return tenantSessions.tenant(tenant);
  }

  /**
   * The door to work across tenants. The reason is written to {@code admin.audit_log} before the
   * session is handed out.
   *
   * @throws ConfigurationException when no system credentials are configured
   */
  public SystemSession system(String reason) {
    if (systemSessions == null) {
      throw new ConfigurationException(
          "there are no system credentials, so there are no system sessions",
          "Configure a login that is a member of croft_admin.");
    }
    return systemSessions.system(reason);
  }

  /** Closes all connections. Sessions cannot be used afterwards. */
  @Override
  public void close() {
    pools.forEach(ConnectionPool::close);
  }
}
