package dev.croft.connection;

import static dev.croft.connection.Setting.*;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads which logins there are, and where. */
final class LoginReader {
  private static final int DEFAULT_PORT = 5432;

  private final SettingValues values;
  private final Map<Access, DataSource> given;
  private final Optional<DatabaseUrl> url;
  private final Optional<String> region;
  private final Optional<URI> endpoint;

  LoginReader(
      SettingValues values,
      Map<Access, DataSource> given,
      Optional<DatabaseUrl> url,
      Optional<String> region,
      Optional<URI> endpoint) {
    this.values = values;
    this.given = given;
    this.url = url;
    this.region = region;
    this.endpoint = endpoint;
  }

  Map<Access, ConnectionSource> sources() {
    Map<Access, ConnectionSource> sources = new EnumMap<>(Access.class);
    source(Access.RUNTIME, DATABASE_SECRET_ARN, DATABASE_USER, DATABASE_PASSWORD, sources);
    source(
        Access.SYSTEM,
        DATABASE_SYSTEM_SECRET_ARN,
        DATABASE_SYSTEM_USER,
        DATABASE_SYSTEM_PASSWORD,
        sources);
    source(
        Access.MIGRATION,
        DATABASE_MIGRATION_SECRET_ARN,
        DATABASE_MIGRATION_USER,
        DATABASE_MIGRATION_PASSWORD,
        sources);
    new ReplicaReader(values).read(this::secret, sources);
    new GivenReader(values, url).read(given, sources);
    return sources;
  }

  private void source(
      Access access,
      Setting arn,
      Setting user,
      Setting password,
      Map<Access, ConnectionSource> sources) {
    if (given.containsKey(access)) {
      return;
    }
    Optional<SecretArn> secret = values.read(arn, LoginReader::arn);
    boolean isRuntime = access == Access.RUNTIME;
    boolean isNamedOtherwise =
        values.text(user).or(() -> values.text(password)).isPresent()
            || (isRuntime && (url.isPresent() || values.text(DATABASE_HOST).isPresent()));
    if (values.text(arn).isPresent()) {
      if (isNamedOtherwise) {
        values.problems().add(twoSources(arn, user, isRuntime));
      }
      secret.ifPresent(found -> sources.put(access, secret(found)));
    } else if (isNamedOtherwise) {
      server(user, password, isRuntime).ifPresent(server -> sources.put(access, server));
    }
  }

  private ConnectionSource.Secret secret(SecretArn arn) {
    return new ConnectionSource.Secret(arn, region, endpoint);
  }

  static Optional<SecretArn> arn(String text) {
    try {
      return Optional.of(new SecretArn(text));
    } catch (ConfigurationException e) {
      return Optional.empty();
    }
  }

  private static String twoSources(Setting arn, Setting user, boolean isRuntime) {
    return "%s contradicts %s: each names a login"
        .formatted(arn, isRuntime ? "DATABASE_URL, DATABASE_HOST or DATABASE_USER" : user);
  }

  private Optional<ConnectionSource> server(Setting user, Setting password, boolean isRuntime) {
    Optional<DatabaseAddress> address = address();
    Optional<String> name = credential(user, isRuntime, "user");
    Optional<String> secret = credential(password, isRuntime, "password");
    if (address.isEmpty() || name.isEmpty() || secret.isEmpty()) {
      return Optional.empty();
    }
    if (!Credentials.isUser(name.get()) || !Credentials.isPassword(secret.get())) {
      values.problems().add("%s or %s is malformed".formatted(user, password));
      return Optional.empty();
    }
    return Optional.of(
        new ConnectionSource.Server(address.get(), new Credentials(name.get(), secret.get())));
  }

  private Optional<String> credential(Setting setting, boolean isRuntime, String part) {
    Optional<String> given =
        isRuntime ? part(part, setting, values.text(setting)) : values.text(setting);
    if (given.isEmpty()) {
      missing(isRuntime, part, setting);
    }
    return given;
  }

  private void missing(boolean isInUrl, String part, Setting setting) {
    values
        .problems()
        .add(isInUrl && url.isPresent() ? "DATABASE_URL lacks a " + part : setting + " is missing");
  }

  /** Of the URL, else of the key. */
  private Optional<String> part(String name, Setting setting, Optional<String> single) {
    return values.agreed("DATABASE_URL and " + setting, url.flatMap(u -> urlPart(u, name)), single);
  }

  private Optional<String> urlPart(DatabaseUrl from, String name) {
    Optional<String> part = from.part(name);
    if (part.filter(Placeholder::is).isPresent()) {
      values.problems().add("DATABASE_URL has a placeholder as its " + name);
    }
    return part;
  }

  private Optional<DatabaseAddress> address() {
    Optional<String> host = required("host", DATABASE_HOST);
    Optional<String> name = required("database", DATABASE_NAME);
    Optional<String> port = part("port", DATABASE_PORT, values.text(DATABASE_PORT));
    if (host.isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    return address(
        host.get(),
        port.map(p -> SettingValues.number(p).orElse(0)).orElse(DEFAULT_PORT),
        name.get());
  }

  private Optional<String> required(String part, Setting setting) {
    Optional<String> value = part(part, setting, values.text(setting));
    if (value.isEmpty()) {
      missing(true, part, setting);
    }
    return value;
  }

  private Optional<DatabaseAddress> address(String host, int port, String database) {
    Problems problems = values.problems();
    check(DatabaseAddress.isHost(host), DATABASE_HOST);
    check(DatabaseAddress.isPort(port), DATABASE_PORT);
    check(DatabaseAddress.isDatabase(database), DATABASE_NAME);
    return problems.isEmpty()
        ? Optional.of(new DatabaseAddress(host, port, database))
        : Optional.empty();
  }

  private void check(boolean wellFormed, Setting setting) {
    if (!wellFormed) {
      values.problems().add(setting + " is malformed");
    }
  }
}
