package dev.croft;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import dev.croft.connection.Access;
import dev.croft.connection.ConfigurationException;
import dev.croft.connection.ConnectionPool;
import dev.croft.doctor.Doctor;
import dev.croft.doctor.Examination;
import dev.croft.health.Examiner;
import dev.croft.health.Health;
import dev.croft.isolation.StatementObserver;
import dev.croft.isolation.StatementObservers;
import dev.croft.isolation.TenantId;
import dev.croft.observation.SlowStatements;
import dev.croft.session.Sessions;
import dev.croft.session.SystemOptions;
import dev.croft.session.SystemSession;
import dev.croft.session.SystemSessions;
import dev.croft.session.TenantSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jooq.Schema;
import org.jspecify.annotations.Nullable;

/** A database in which every tenant's rows stay inside its own fence. Open one per application. */
public final class Croft implements AutoCloseable {
  private final List<ConnectionPool> pools = new ArrayList<>();
  private final StatementObservers observers = new StatementObservers();
  private final List<Schema> schemas;
  private final @Nullable Sessions tenantSessions;
  private final @Nullable SystemSessions systemSessions;

  private Croft(CroftConfig config) {
    observeSlow(config.connections().slowStatement());
    this.schemas = config.schemas();
    try {
      this.tenantSessions = openTenantSessions(config);
      this.systemSessions = openSystemSessions(config);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Connects, and checks that the database keeps tenants apart from this login. Warns of loggers
   * whose level is so low that jOOQ or the driver write rows and bound values to the log.
   *
   * @throws dev.croft.exception.UnsafeDatabaseException when it would not; nothing stays open
   * @throws ConfigurationException when the database is sealed, and this configuration is not, or
   *     not in the same way, or the other way round, and when the reader's database is another
   * @throws dev.croft.exception.ConnectionUnavailableException when the server does not let it in
   */
  public static Croft open(CroftConfig config) {
    LoggerWarning.warn();
    return new Croft(config);
  }

  /**
   * Connects as tenant sessions would, and tells all that the doctor finds, without opening.
   *
   * @throws dev.croft.exception.ConnectionUnavailableException when the server does not let it in
   */
  public static Examination examine(CroftConfig config) {
    CroftConfig one = config.withMaximumPoolSize(1);
    try (ConnectionPool pool = ConnectionPool.open(one.connections(), Access.RUNTIME)) {
      return Doctor.examine(pool, config.schemas());
    }
  }

  private void observeSlow(Duration threshold) {
    if (threshold.isPositive()) {
      observers.add(new SlowStatements(threshold));
    }
  }

  private @Nullable Sessions openTenantSessions(CroftConfig config) {
    return config.connections().source(Access.RUNTIME).isEmpty()
        ? null
        : Sessions.forTenants(
            pool(config, Access.RUNTIME),
            readerPool(config),
            config.schemas(),
            config.sealing(),
            config.reportOnly(),
            observers);
  }

  private @Nullable ConnectionPool readerPool(CroftConfig config) {
    return config.connections().source(Access.READER).isEmpty()
        ? null
        : pool(config, Access.READER);
  }

  private @Nullable SystemSessions openSystemSessions(CroftConfig config) {
    return config.connections().source(Access.SYSTEM).isEmpty()
        ? null
        : SystemSessions.on(
            pool(config, Access.SYSTEM), tenantSessions, config.reportOnly(), observers);
  }

  private ConnectionPool pool(CroftConfig config, Access access) {
    ConnectionPool pool = ConnectionPool.open(config.connections(), access);
    pools.add(pool);
    return pool;
  }

  /**
   * The door to the rows of {@code tenant}. Whether the tenant exists is not checked.
   *
   * @throws ConfigurationException when no runtime credentials are configured
   */
  public TenantSession tenant(TenantId tenant) {
    requireNonNull(tenant, "tenant");
    if (tenantSessions == null) {
      throw ConnectionPool.missing(Access.RUNTIME);
    }
    return tenantSessions.tenant(tenant);
  }

  /** As {@link #system(String, SystemOptions)}, with nobody named and the default limits. */
  public SystemSession system(String reason) {
    return system(reason, SystemOptions.defaults());
  }

  /**
   * The door to work across tenants. The reason is written to {@code admin.audit_log} before the
   * session is handed out. The session reads until {@link SystemSession#writing()}.
   *
   * @throws ConfigurationException when no system credentials are configured
   */
  public SystemSession system(String reason, SystemOptions options) {
    if (systemSessions == null) {
      throw ConnectionPool.missing(Access.SYSTEM);
    }
    return systemSessions.open(reason, options);
  }

  /**
   * How this Croft is now. Takes a connection, and asks what {@link #open} asked; never throws for
   * what it finds.
   */
  public Health health() {
    return Examiner.examine(pools, schemas);
  }

  /**
   * Tells {@code observer} of every statement of every session from now on, once it has run.
   *
   * @see dev.croft.observation.CroftMetrics
   */
  public void observe(StatementObserver observer) {
    observers.add(requireNonNull(observer, "observer"));
  }

  /**
   * Lets HikariCP publish the metrics of Croft's own pools; those of the application are left to
   * it.
   *
   * @throws IllegalStateException when they publish their metrics already
   */
  public void trackPools(MetricsTrackerFactory factory) {
    pools.forEach(pool -> pool.track(factory));
  }

  /**
   * Takes up no more work, waits for what is running, as long as the configuration says, then
   * cancels it, and closes all connections. Sessions cannot be used afterwards. Closing again does
   * nothing.
   */
  @Override
  public void close() {
    try (ExecutorService closing = Executors.newVirtualThreadPerTaskExecutor()) {
      pools.forEach(pool -> closing.execute(pool::close));
    }
  }
}
