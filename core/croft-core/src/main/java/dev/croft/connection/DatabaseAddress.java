package dev.croft.connection;

import static java.util.Objects.requireNonNull;

/**
 * Where a database is.
 *
 * @param host a name or address, without port
 * @param port 1 to 65535
 * @param database the name, taken literally: it is never pasted into a URL
 */
public record DatabaseAddress(String host, int port, String database) {
  public DatabaseAddress {
    requireNonNull(host, "host");
    requireNonNull(database, "database");
    if (host.isBlank() || database.isBlank() || port < 1 || port > 65_535) {
      throw new ConfigurationException(
          "host, port or database is empty or out of range",
          "Give a host, a port from 1 to 65535, and a database name.");
    }
  }
}
