package dev.croft.connection;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What pgjdbc is told of a server, without user and password. */
final class DriverProperties {
  private static final String JVM_TRUST = "org.postgresql.ssl.DefaultJavaSSLFactory";

  private DriverProperties() {}

  static Map<String, String> of(DatabaseAddress address, ServerSettings settings) {
    Map<String, String> properties = new TreeMap<>();
    properties.put("tcpKeepAlive", "true");
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
