package dev.croft.connection;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What pgjdbc is told of a server, without user and password. */
final class DriverProperties {
  private static final String JVM_TRUST = "org.postgresql.ssl.DefaultJavaSSLFactory";

  /** For the server to cancel a statement at its limit, and say so. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private DriverProperties() {}

  static Map<String, String> of(DatabaseAddress address, ServerSettings settings) {
    Map<String, String> properties = new TreeMap<>();
    properties.put("tcpKeepAlive", "true");
    silence(settings).ifPresent(limit -> properties.put("socketTimeout", limit));
    properties.putAll(settings.driverProperties());
    properties.put("PGHOST", address.host());
    properties.put("PGPORT", Integer.toString(address.port()));
    properties.put("PGDBNAME", address.database());
    properties.put("ApplicationName", settings.applicationName());
    if (settings.pooler() == Pooler.TRANSACTION) {
      properties.put("prepareThreshold", "0");
    } else {
      properties.put("options", settings.limits().asOptions());
    }
    properties.put("logServerErrorDetail", "false");
    encrypt(properties, address, settings.tls());
    return properties;
  }

  /**
   * How many seconds the server may be silent: it would have cancelled the statement by then. A
   * pooler lets statements wait by a limit of its own, and is not told that of statements.
   */
  private static Optional<String> silence(ServerSettings settings) {
    Duration statement = settings.limits().statement();
    return statement.isZero() || settings.pooler() == Pooler.TRANSACTION
        ? Optional.empty()
        : Optional.of(Long.toString(statement.plus(GRACE).plusMillis(999).toSeconds()));
  }

  private static void encrypt(Map<String, String> properties, DatabaseAddress address, Tls tls) {
    properties.put("sslmode", tls.modeFor(address).spelling());
    tls.rootCertificate().ifPresent(file -> properties.put("sslrootcert", file.toString()));
    if (tls.rootCertificate().isEmpty() && !hasRootCertificateOfUser()) {
      properties.put("sslfactory", JVM_TRUST);
    }
  }

  /** Where libpq and pgjdbc look by themselves (PostgreSQL manual, section 32.19.1). */
  private static boolean hasRootCertificateOfUser() {
    String windows = System.getenv("APPDATA");
    Path folder =
        windows == null
            ? Path.of(System.getProperty("user.home", ""), ".postgresql")
            : Path.of(windows, "postgresql");
    return Files.exists(folder.resolve("root.crt"));
  }
}
