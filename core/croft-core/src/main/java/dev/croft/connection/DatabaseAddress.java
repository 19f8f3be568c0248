package dev.croft.connection;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * Where a database is.
 *
 * @param host a name or address, without port; an IPv6 address without brackets
 * @param port 1 to 65535
 * @param database the name, taken literally: it is never pasted into a URL
 */
public record DatabaseAddress(String host, int port, String database) {
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]{1,253}|[0-9A-Fa-f:.]{2,45}");
  private static final Pattern LOCAL =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|(0:){7}1|::1", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_NAME = 63;

  public DatabaseAddress {
    requireNonNull(host, "host");
    requireNonNull(database, "database");
    if (!isHost(host) || !isDatabase(database) || !isPort(port)) {
      throw new ConfigurationException(
          "host, port or database is empty or malformed",
          "Give a host, a port from 1 to 65535, and a database name.");
    }
  }

  static boolean isHost(String host) {
    return HOST.matcher(host).matches();
  }

  static boolean isPort(int port) {
    return port >= 1 && port <= 65_535;
  }

  /** PostgreSQL cuts longer names, so that they mean another database. */
  static boolean isDatabase(String database) {
    return !database.isBlank()
        && database.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= LONGEST_NAME
        && database.chars().noneMatch(Character::isISOControl);
  }

  /** Whether a connection stays on this machine. */
  boolean isLocal() {
    return LOCAL.matcher(host).matches();
  }
}
