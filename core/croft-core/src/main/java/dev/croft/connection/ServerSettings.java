package dev.croft.connection;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.TreeMap;

/**
 * How each connection is set up, whatever its login.
 *
 * @param tls how it is encrypted
 * @param limits what the server ends by itself
 * @param applicationName what {@code pg_stat_activity} shows, at most 63 printable characters of
 *     ASCII
 * @param pooler what stands between Croft and the server
 * @param driverProperties further properties of pgjdbc, from those that are allowed
 */
public record ServerSettings(
    Tls tls,
    SessionLimits limits,
    String applicationName,
    Pooler pooler,
    Map<String, String> driverProperties) {

  private static final ServerSettings DEFAULTS =
      new ServerSettings(Tls.defaults(), SessionLimits.defaults(), "croft", Pooler.NONE, Map.of());

  public ServerSettings {
    requireNonNull(tls, "tls");
    requireNonNull(limits, "limits");
    requireNonNull(pooler, "pooler");
    if (!applicationName.matches("[ -~]{1,63}")) {
      throw new ConfigurationException(
          "the application name is not 1 to 63 printable characters of ASCII",
          "Shorten it to letters, digits, spaces and hyphens.");
    }
    driverProperties.forEach(ServerSettings::check);
    driverProperties = Map.copyOf(driverProperties);
  }

  private static void check(String name, String value) {
    DriverProperty.problem(name, value)
        .ifPresent(
            problem -> {
              throw new ConfigurationException(
                  "a driver property " + problem, "Leave it out, or set it to what pgjdbc takes.");
            });
  }

  /** Verified encryption, the default limits, and the name {@code croft}. */
  public static ServerSettings defaults() {
    return DEFAULTS;
  }

  /** These settings with other encryption. */
  public ServerSettings tls(Tls other) {
    return new ServerSettings(other, limits, applicationName, pooler, driverProperties);
  }

  /** These settings with other limits. */
  public ServerSettings limits(SessionLimits other) {
    return new ServerSettings(tls, other, applicationName, pooler, driverProperties);
  }

  /** These settings under another name. */
  public ServerSettings applicationName(String other) {
    return new ServerSettings(tls, limits, other, pooler, driverProperties);
  }

  /** These settings, with {@code other} between Croft and the server. */
  public ServerSettings pooler(Pooler other) {
    return new ServerSettings(tls, limits, applicationName, other, driverProperties);
  }

  /**
   * These settings, joining the inserts of a batch into few. PostgreSQL then no longer tells how
   * many rows each of them wrote.
   */
  public ServerSettings rewriteBatchedInserts() {
    return driverProperty(DriverProperty.REWRITE_BATCHED_INSERTS, "true");
  }

  /**
   * These settings with one more property of pgjdbc.
   *
   * @throws ConfigurationException when it is not among those that are allowed
   */
  public ServerSettings driverProperty(String name, String value) {
    Map<String, String> more = new TreeMap<>(driverProperties);
    more.put(name, value);
    return new ServerSettings(tls, limits, applicationName, pooler, more);
  }
}
