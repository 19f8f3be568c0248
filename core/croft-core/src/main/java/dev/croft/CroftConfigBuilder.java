package dev.croft;

import static java.util.Objects.requireNonNull;

import dev.croft.connection.Access;
import dev.croft.connection.ConnectionSettings;
import dev.croft.connection.ConnectionSettingsBuilder;
import dev.croft.connection.Setting;
import dev.croft.sealing.Sealing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.jooq.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Builds a configuration from settings, which have the keys of environment variables, and from what
 * only code can give. Whatever is wrong with them is told by {@link #build()}, all of it at once.
 */
public final class CroftConfigBuilder {
  private final ConnectionSettingsBuilder connections = new ConnectionSettingsBuilder();
  private List<Schema> schemas = List.of();
  private @Nullable Sealing sealing;

  CroftConfigBuilder() {}

  /** Sets {@code key} to {@code value}. */
  public CroftConfigBuilder set(Setting key, String value) {
    connections.set(key.name(), value);
    return this;
  }

  /** Sets {@code key} to a number, for example of a port. */
  public CroftConfigBuilder set(Setting key, int value) {
    return set(key, Integer.toString(value));
  }

  /** Turns {@code key} on or off. */
  public CroftConfigBuilder set(Setting key, boolean value) {
    return set(key, Boolean.toString(value));
  }

  /** Sets {@code key} to a length of time, in whole milliseconds. */
  public CroftConfigBuilder set(Setting key, Duration value) {
    return set(key, value.toMillis() + "ms");
  }

  /** Sets all that {@code settings} hold; a key that is unknown is an error. */
  public CroftConfigBuilder settings(Map<String, String> settings) {
    settings.forEach(connections::set);
    return this;
  }

  /** As {@link #settings(Map)}, for properties as they are read from a file. */
  public CroftConfigBuilder settings(Properties properties) {
    properties.stringPropertyNames().forEach(k -> connections.set(k, properties.getProperty(k)));
    return this;
  }

  /** Sets what the environment of this process holds; variables with other names are left alone. */
  public CroftConfigBuilder environment() {
    return environment(System.getenv());
  }

  CroftConfigBuilder environment(Map<String, String> environment) {
    for (Setting key : Setting.values()) {
      String value = environment.get(key.name());
      if (value != null) {
        set(key, value);
      }
    }
    return this;
  }

  /**
   * Takes connections for {@code access} from a data source of the application, which keeps and
   * closes it. A setting that names the same login is then an error.
   */
  public CroftConfigBuilder dataSource(Access access, DataSource dataSource) {
    connections.take(access, dataSource);
    return this;
  }

  /** Has the doctor compare the application's {@code generated} schemas with the database. */
  public CroftConfigBuilder schemas(Schema... generated) {
    schemas = List.of(generated);
    return this;
  }

  /** Has tenant sessions sign who they are, for a database that its owner sealed. */
  public CroftConfigBuilder sealing(Sealing how) {
    sealing = requireNonNull(how, "how");
    return this;
  }

  /**
   * The configuration. Nothing is opened.
   *
   * @throws dev.croft.connection.ConfigurationException naming everything that is missing,
   *     malformed, unknown, a placeholder, or said twice in different ways; never a value
   */
  public CroftConfig build() {
    if (sealing != null && connections.value(Setting.DATABASE_SEALING_KEY).isPresent()) {
      connections.contradict("a sealing was given beside " + Setting.DATABASE_SEALING_KEY);
    }
    ConnectionSettings built = connections.build();
    boolean reportOnly =
        connections.value(Setting.DATABASE_REPORT_ONLY).filter("true"::equals).isPresent();
    Optional<Sealing> given = Optional.ofNullable(sealing);
    return new CroftConfig(
        built, reportOnly, schemas, given.or(() -> Sealing.of(connections.settings())));
  }
}
