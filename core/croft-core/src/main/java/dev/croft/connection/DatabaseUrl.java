package dev.croft.connection;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A URL taken apart into typed properties. It is never passed on to the driver, where its
 * parameters could open a connection in another tenant.
 */
public record DatabaseUrl(DatabaseAddress address, Credentials credentials) {
  private static final int DEFAULT_PORT = 5432;

  /**
   * Parses {@code value}, the URL found under {@code key}.
   *
   * @throws ConfigurationException naming {@code key}, never {@code value}
   */
  public static DatabaseUrl parse(String key, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw invalid(key, "is missing or empty");
    }
    URI uri = uri(key, value.startsWith("jdbc:") ? value.substring("jdbc:".length()) : value);
    checkParts(key, uri);
    int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
    String database = decode(uri.getRawPath().substring(1));
    String[] user = uri.getRawUserInfo().split(":", 2);
    return new DatabaseUrl(
        new DatabaseAddress(uri.getHost(), port, database),
        credentials(key, decode(user[0]), user.length < 2 ? null : decode(user[1])));
  }

  /** Credentials of which neither part may be missing. */
  public static Credentials credentials(
      String key, @Nullable String user, @Nullable String password) {
    if (user == null || user.isBlank() || password == null || password.isEmpty()) {
      throw invalid(key, "lacks a user or a password");
    }
    return new Credentials(user, password);
  }

  private static void checkParts(String key, URI uri) {
    boolean isPostgresql =
        "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
    if (!isPostgresql || uri.getHost() == null) {
      throw invalid(key, "is not of the form postgresql://user:password@host:port/database");
    }
    if (uri.getRawUserInfo() == null) {
      throw invalid(key, "lacks a user and a password");
    }
    if (uri.getRawPath() == null || uri.getRawPath().length() < 2) {
      throw invalid(key, "lacks a database name");
    }
    if (uri.getRawQuery() != null) {
      throw invalid(key, "has parameters, and none is supported yet");
    }
  }

  /** The exception of the parser quotes the URL, password and all, so it is not the cause. */
  private static URI uri(String key, String value) {
    try {
      return new URI(value);
    } catch (URISyntaxException e) {
      throw invalid(key, "is not a URL; percent-encode special characters");
    }
  }

  private static String decode(String encoded) {
    return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static ConfigurationException invalid(String key, String problem) {
    return new ConfigurationException(
        "%s %s".formatted(key, problem),
        "Set it to postgresql://user:password@host:port/database.");
  }

  @Override
  public String toString() {
    return "DatabaseUrl[%s]".formatted(address);
  }
}
