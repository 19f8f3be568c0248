package dev.croft;

import static java.util.Objects.requireNonNull;

import dev.croft.connection.Access;
import dev.croft.connection.ConnectionSettings;
import dev.croft.connection.ConnectionSource;
import dev.croft.connection.Credentials;
import dev.croft.connection.DatabaseAddress;
import dev.croft.connection.PoolSettings;
import dev.croft.connection.ServerSettings;
import dev.croft.sealing.Sealing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jooq.Schema;

/**
 * Where the database is, and who Croft is there. Each kind of work has a login of its own: sessions
 * of tenants, system sessions, migrations. Any of them may be left out; work that needs it is then
 * refused.
 *
 * @param connections where connections come from, and how they are kept
 * @param reportOnly whether Croft opens on a database that does not keep tenants apart, and only
 *     logs what is wrong with it
 * @param schemas the generated schemas of the application, which the doctor compares with the
 *     database; those of Croft itself are compared always
 * @param sealing how tenant sessions sign who they are, if the database is sealed
 */
public record CroftConfig(
    ConnectionSettings connections,
    boolean reportOnly,
    List<Schema> schemas,
    Optional<Sealing> sealing) {
  public CroftConfig {
    requireNonNull(connections, "connections");
    schemas = List.copyOf(schemas);
    requireNonNull(sealing, "sealing");
  }

  /** Tenant sessions on a pool of {@code runtime}, a member of {@code croft_app}. */
  public static CroftConfig of(DatabaseAddress address, Credentials runtime) {
    return of(Access.RUNTIME, new ConnectionSource.Server(address, runtime));
  }

  /** Connections for {@code access} alone, with the defaults. */
  public static CroftConfig of(Access access, ConnectionSource source) {
    ConnectionSettings connections = ConnectionSettings.defaults().with(access, source);
    return new CroftConfig(connections, false, List.of(), Optional.empty());
  }

  /**
   * Reads the environment variables that {@code core/docs/configuration.md} lists; others are left
   * alone.
   *
   * @throws dev.croft.connection.ConfigurationException naming everything that is missing,
   *     malformed, a placeholder, or said twice in different ways; never a value
   */
  public static CroftConfig fromEnvironment() {
    return builder().environment().build();
  }

  static CroftConfig fromEnvironment(Map<String, String> environment) {
    return builder().environment(environment).build();
  }

  /**
   * Reads settings under the same keys as {@link #fromEnvironment()}.
   *
   * @throws dev.croft.connection.ConfigurationException as there, and for a key that is unknown
   */
  public static CroftConfig of(Map<String, String> settings) {
    return builder().settings(settings).build();
  }

  /** As {@link #of(Map)}, for properties as they are read from a file. */
  public static CroftConfig of(Properties properties) {
    return builder().settings(properties).build();
  }

  /** Starts with nothing set; for all that is left out, the defaults hold. */
  public static CroftConfigBuilder builder() {
    return new CroftConfigBuilder();
  }

  /** This configuration with connections for {@code access} from {@code source}. */
  public CroftConfig with(Access access, ConnectionSource source) {
    return withConnections(connections.with(access, source));
  }

  /**
   * This configuration with connections for {@code access} from a data source of the application,
   * which keeps and closes it.
   */
  public CroftConfig with(Access access, DataSource dataSource) {
    return with(access, new ConnectionSource.Given(dataSource));
  }

  /**
   * This configuration with credentials for system sessions, on the server of the runtime login.
   *
   * @throws dev.croft.connection.ConfigurationException when the runtime login names no server
   */
  public CroftConfig withSystem(Credentials credentials) {
    return withConnections(connections.withSameServer(Access.SYSTEM, credentials));
  }

  /**
   * This configuration with a replica at {@code address}, which reader sessions read with the
   * runtime login.
   *
   * @throws dev.croft.connection.ConfigurationException when the runtime login names no server
   * @see dev.croft.session.TenantSession#reader()
   */
  public CroftConfig withReader(DatabaseAddress address) {
    return withConnections(connections.withReader(address));
  }

  /** This configuration with another pool size. */
  public CroftConfig withMaximumPoolSize(int size) {
    return withPool(pool -> pool.maximumSize(size));
  }

  /** This configuration with another pool. */
  public CroftConfig withPool(UnaryOperator<PoolSettings> change) {
    return withConnections(connections.with(change.apply(connections.pool())));
  }

  /** This configuration with connections set up otherwise. */
  public CroftConfig withServer(UnaryOperator<ServerSettings> change) {
    return withConnections(connections.with(change.apply(connections.server())));
  }

  /**
   * This configuration, logging statements that take {@code threshold} or longer, in place of a
   * second; zero for none.
   */
  public CroftConfig withSlowStatement(Duration threshold) {
    return withConnections(connections.withSlowStatement(threshold));
  }

  /**
   * This configuration, with a doctor who refuses nothing. For the time in which an existing
   * database is brought into order: every start logs what is wrong.
   */
  public CroftConfig withReportOnly() {
    return new CroftConfig(connections, true, schemas, sealing);
  }

  /**
   * This configuration with the application's generated schemas, such as {@code Content.CONTENT}.
   * The doctor then refuses a database whose scopes differ from theirs, and reports tables that
   * tenants reach and no class knows.
   */
  public CroftConfig withSchemas(Schema... generated) {
    return new CroftConfig(connections, reportOnly, List.of(generated), sealing);
  }

  /**
   * This configuration for a database that its owner sealed: tenant sessions then sign who they
   * are, and SQL that sets {@code app.tenant_id} itself reads nothing.
   */
  public CroftConfig withSealing(Sealing how) {
    return new CroftConfig(connections, reportOnly, schemas, Optional.of(how));
  }

  private CroftConfig withConnections(ConnectionSettings other) {
    return new CroftConfig(other, reportOnly, schemas, sealing);
  }
}
