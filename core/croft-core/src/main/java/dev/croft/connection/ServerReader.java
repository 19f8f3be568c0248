package dev.croft.connection;

import static dev.croft.connection.Setting.*;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads how each connection is set up, from keys and from the parameters of the URL. */
final class ServerReader {
  /** Parameters of libpq that pgjdbc spells otherwise. */
  private static final Map<String, String> SPELLINGS =
      Map.of("connect_timeout", "connectTimeout", "channel_binding", "channelBinding");

  private final SettingValues values;
  private final Map<String, String> parameters = new TreeMap<>();

  ServerReader(SettingValues values, Optional<DatabaseUrl> url) {
    this.values = values;
    url.ifPresent(
        parsed ->
            parsed
                .parameters()
                .forEach(
                    (name, value) -> parameters.put(SPELLINGS.getOrDefault(name, name), value)));
  }

  ServerSettings read() {
    Tls tls = new Tls(sslMode(), rootCertificate());
    String name = applicationName().orElse(ServerSettings.defaults().applicationName());
    SessionLimits limits = limits();
    Pooler pooler = values.read(DATABASE_POOLER, ServerReader::pooler).orElse(Pooler.NONE);
    rewriteBatchedInserts()
        .ifPresent(value -> parameters.put(DriverProperty.REWRITE_BATCHED_INSERTS, value));
    parameters.forEach(this::check);
    return values
        .problems()
        .valueOr(
            ServerSettings.defaults(),
            () -> new ServerSettings(tls, limits, name, pooler, allowedParameters()));
  }

  private Optional<String> parameter(String... names) {
    Optional<String> found = Optional.empty();
    for (String name : names) {
      found = found.or(() -> Optional.ofNullable(parameters.remove(name)));
    }
    return found;
  }

  private Optional<SslMode> sslMode() {
    Optional<String> given = parameter("sslmode");
    Optional<SslMode> ofUrl = given.flatMap(SslMode::spelled);
    if (given.isPresent() && ofUrl.isEmpty()) {
      values.problems().add("DATABASE_URL has a malformed sslmode");
    }
    return values.agreed(
        "sslmode of DATABASE_URL and DATABASE_SSLMODE",
        ofUrl,
        values.read(DATABASE_SSLMODE, SslMode::spelled));
  }

  private Optional<Path> rootCertificate() {
    return values.agreed(
        "sslrootcert of DATABASE_URL and DATABASE_SSLROOTCERT",
        parameter("sslrootcert").flatMap(ServerReader::path),
        values.read(DATABASE_SSLROOTCERT, ServerReader::path));
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private Optional<String> applicationName() {
    return values.agreed(
        "ApplicationName of DATABASE_URL and DATABASE_APPLICATION_NAME",
        parameter("ApplicationName", "application_name"),
        values.text(DATABASE_APPLICATION_NAME));
  }

  private static Optional<Pooler> pooler(String text) {
    return switch (text) {
      case "none" -> Optional.of(Pooler.NONE);
      case "transaction" -> Optional.of(Pooler.TRANSACTION);
      default -> Optional.empty();
    };
  }

  private Optional<String> rewriteBatchedInserts() {
    return values.agreed(
        "reWriteBatchedInserts of DATABASE_URL and DATABASE_REWRITE_BATCHED_INSERTS",
        parameter(DriverProperty.REWRITE_BATCHED_INSERTS),
        values.text(DATABASE_REWRITE_BATCHED_INSERTS, value -> value.matches("true|false")));
  }

  private SessionLimits limits() {
    SessionLimits defaults = SessionLimits.defaults();
    return new SessionLimits(
        values.duration(DATABASE_STATEMENT_TIMEOUT).orElse(defaults.statement()),
        values.duration(DATABASE_LOCK_TIMEOUT).orElse(defaults.lock()),
        values.duration(DATABASE_IDLE_IN_TRANSACTION_TIMEOUT).orElse(defaults.idleInTransaction()));
  }

  private void check(String name, String value) {
    DriverProperty.problem(name, value)
        .ifPresent(problem -> values.problems().add("DATABASE_URL " + problem));
  }

  private Map<String, String> allowedParameters() {
    Map<String, String> allowed = new TreeMap<>(parameters);
    allowed.entrySet().removeIf(p -> DriverProperty.problem(p.getKey(), p.getValue()).isPresent());
    return allowed;
  }
}
