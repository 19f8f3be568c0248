package dev.croft.connection;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Where connections come from, and how they are set up, kept and watched.
 *
 * @param sources those of each use that is configured; what is not, is refused when it is used
 * @param server how each connection is set up; has no effect on a data source of the application
 * @param pool how many connections are kept; has no effect on a data source of the application
 * @param slowStatement the time from which on a statement is logged as slow; zero for never
 */
public record ConnectionSettings(
    Map<Access, ConnectionSource> sources,
    ServerSettings server,
    PoolSettings pool,
    Duration slowStatement) {

  private static final ConnectionSettings DEFAULTS =
      new ConnectionSettings(
          Map.of(), ServerSettings.defaults(), PoolSettings.defaults(), Duration.ofSeconds(1));

  public ConnectionSettings {
    sources = Map.copyOf(sources);
    requireNonNull(server, "server");
    requireNonNull(pool, "pool");
    Durations.check("slowStatement", slowStatement, Duration.ZERO);
  }

  /** Connections from nowhere yet, with the defaults; slow is what takes a second. */
  public static ConnectionSettings defaults() {
    return DEFAULTS;
  }

  /**
   * Reads {@code settings}, by the keys of environment variables. Nothing is opened.
   *
   * @throws ConfigurationException as {@link ConnectionSettingsBuilder#build()} does
   */
  public static ConnectionSettings of(Map<String, String> settings) {
    ConnectionSettingsBuilder builder = new ConnectionSettingsBuilder();
    settings.forEach(builder::set);
    return builder.build();
  }

  /** The source of connections for {@code access}, if there is one. */
  public Optional<ConnectionSource> source(Access access) {
    return Optional.ofNullable(sources.get(access));
  }

  /** These settings, with connections for {@code access} from {@code source}. */
  public ConnectionSettings with(Access access, ConnectionSource source) {
    Map<Access, ConnectionSource> more = new EnumMap<>(Access.class);
    more.putAll(sources);
    more.put(access, source);
    return new ConnectionSettings(more, server, pool, slowStatement);
  }

  /**
   * These settings, with {@code credentials} for {@code access} on the server of the runtime login.
   *
   * @throws ConfigurationException when the runtime login names no server
   */
  public ConnectionSettings withSameServer(Access access, Credentials credentials) {
    if (sources.get(Access.RUNTIME) instanceof ConnectionSource.Server runtime) {
      return with(access, new ConnectionSource.Server(runtime.address(), credentials));
    }
    throw new ConfigurationException(
        "there are credentials, and no server that they are for",
        "Configure the runtime login by its server first, or give a source for these as well.");
  }

  /**
   * These settings, with the runtime login also on the replica at {@code address}.
   *
   * @throws ConfigurationException when the runtime login names no server
   */
  public ConnectionSettings withReader(DatabaseAddress address) {
    if (sources.get(Access.RUNTIME) instanceof ConnectionSource.Server runtime) {
      return with(Access.READER, new ConnectionSource.Server(address, runtime.credentials()));
    }
    throw new ConfigurationException(
        "there is a replica, and no credentials for it",
        "Configure the runtime login by its server first, or give a source for the reader.");
  }

  /** These settings, with connections set up otherwise. */
  public ConnectionSettings with(ServerSettings other) {
    return new ConnectionSettings(sources, other, pool, slowStatement);
  }

  /** These settings, with another pool. */
  public ConnectionSettings with(PoolSettings other) {
    return new ConnectionSettings(sources, server, other, slowStatement);
  }

  /** These settings, logging statements that take {@code threshold} or longer; zero for none. */
  public ConnectionSettings withSlowStatement(Duration threshold) {
    return new ConnectionSettings(sources, server, pool, threshold);
  }

  /**
   * Connections of the owner of the tables, for {@code Migrator.of(dataSource, changelog)}: each
   * one new, and without the limits of statements, locks and idle transactions. A secret is read
   * now.
   *
   * @throws ConfigurationException when there is no source of connections for {@link
   *     Access#MIGRATION}, or the secret lacks a field
   * @throws dev.croft.exception.SecretUnavailableException when the secret cannot be read
   */
  public DataSource migrationDataSource() {
    return MigrationDataSource.of(this);
  }
}
