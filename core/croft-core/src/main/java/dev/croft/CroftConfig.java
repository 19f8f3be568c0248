package dev.croft;

import static java.util.Objects.requireNonNull;

import dev.croft.connection.Credentials;
import dev.croft.connection.DatabaseAddress;
import dev.croft.connection.DatabaseUrl;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Schema;

/**
 * Where the database is and who Croft is there.
 *
 * @param address the database
 * @param runtime a login that is a member of {@code croft_app}; tenant sessions use it
 * @param system a login that is a member of {@code croft_admin}; without it there are no system
 *     sessions
 * @param maximumPoolSize the most connections of each login, at least 1
 * @param reportOnly whether Croft opens on a database that does not keep tenants apart, and only
 *     logs what is wrong with it
 * @param schemas the generated schemas of the application, which the doctor compares with the
 *     database; those of Croft itself are compared always
 */
public record CroftConfig(
    DatabaseAddress address,
    Credentials runtime,
    Optional<Credentials> system,
    int maximumPoolSize,
    boolean reportOnly,
    List<Schema> schemas) {

  private static final int DEFAULT_POOL_SIZE = 10;

  public CroftConfig {
    requireNonNull(address, "address");
    requireNonNull(runtime, "runtime");
    requireNonNull(system, "system");
    schemas = List.copyOf(schemas);
    if (maximumPoolSize < 1) {
      throw new IllegalArgumentException("maximumPoolSize must be at least 1");
    }
  }

  /** Tenant sessions only, with a pool of 10. */
  public static CroftConfig of(DatabaseAddress address, Credentials runtime) {
    return new CroftConfig(address, runtime, Optional.empty(), DEFAULT_POOL_SIZE, false, List.of());
  }

  /**
   * Reads {@code DATABASE_URL}, either {@code postgresql://user:password@host:port/database} or
   * {@code jdbc:postgresql://…}, and, for system sessions, {@code DATABASE_SYSTEM_USER} and {@code
   * DATABASE_SYSTEM_PASSWORD}.
   *
   * @throws dev.croft.connection.ConfigurationException when one is missing or malformed
   */
  public static CroftConfig fromEnvironment() {
    return fromEnvironment(System.getenv());
  }

  static CroftConfig fromEnvironment(Map<String, String> environment) {
    DatabaseUrl url = DatabaseUrl.parse("DATABASE_URL", environment.get("DATABASE_URL"));
    CroftConfig config = of(url.address(), url.credentials());
    String user = environment.get("DATABASE_SYSTEM_USER");
    String password = environment.get("DATABASE_SYSTEM_PASSWORD");
    if (user == null && password == null) {
      return config;
    }
    return config.withSystem(DatabaseUrl.credentials("DATABASE_SYSTEM", user, password));
  }

  /** This configuration with credentials for system sessions. */
  public CroftConfig withSystem(Credentials credentials) {
    return new CroftConfig(
        address, runtime, Optional.of(credentials), maximumPoolSize, reportOnly, schemas);
  }

  /** This configuration with another pool size. */
  public CroftConfig withMaximumPoolSize(int size) {
    return new CroftConfig(address, runtime, system, size, reportOnly, schemas);
  }

  /**
   * This configuration, with a doctor who refuses nothing. For the time in which an existing
   * database is brought into order: every start logs what is wrong.
   */
  public CroftConfig withReportOnly() {
    return new CroftConfig(address, runtime, system, maximumPoolSize, true, schemas);
  }

  /**
   * This configuration with the application's generated schemas, such as {@code Content.CONTENT}.
   * The doctor then refuses a database whose scopes differ from theirs, and reports tables that
   * tenants reach and no class knows.
   */
  public CroftConfig withSchemas(Schema... generated) {
    return new CroftConfig(
        address, runtime, system, maximumPoolSize, reportOnly, List.of(generated));
  }
}
