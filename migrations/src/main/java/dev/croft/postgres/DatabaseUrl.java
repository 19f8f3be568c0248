package dev.croft.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is, as a user writes it: {@code postgresql://user:password@host:port/database}
 * or {@code jdbc:postgresql://host:port/database}, with parameters of pgjdbc behind a question
 * mark. User and password may be missing.
 */
public final class DatabaseUrl {
  private static final String JDBC = "jdbc:";
  private static final int DEFAULT_PORT = 5432;

  private final ServerAddress address;
  private final String database;
  private final @Nullable String user;
  private final @Nullable String password;

  private DatabaseUrl(
      ServerAddress address, String database, @Nullable String user, @Nullable String password) {
    this.address = address;
    this.database = database;
    this.user = user;
    this.password = password;
  }

  /**
   * Reads a URL.
   *
   * @param source where the text was found, to be named in errors
   * @throws InvalidServerUrlException if it is none of PostgreSQL; without the text, which may hold
   *     a password
   */
  public static DatabaseUrl parse(String source, String text) {
    String plain = text.startsWith(JDBC) ? text.substring(JDBC.length()) : text;
    URI uri = uri(source, plain);
    if (!"postgresql".equals(uri.getScheme()) && !"postgres".equals(uri.getScheme())) {
      throw new InvalidServerUrlException(source, "it does not begin with postgresql://");
    }
    String host = uri.getHost();
    if (host == null) {
      throw new InvalidServerUrlException(source, "it names no single host");
    }
    Map<String, String> parameters = parameters(source, uri.getRawQuery());
    String userParameter = parameters.remove("user");
    String passwordParameter = parameters.remove("password");
    String[] parts =
        uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
    int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
    return new DatabaseUrl(
        new ServerAddress(withoutBrackets(host), port, parameters),
        database(source, uri.getRawPath()),
        parts.length > 0 ? decoded(source, parts[0]) : userParameter,
        parts.length > 1 ? decoded(source, parts[1]) : passwordParameter);
  }

  ServerAddress address() {
    return address;
  }

  /** The host name or address. */
  public String host() {
    return address.host();
  }

  /** The name of the database. */
  public String database() {
    return database;
  }

  /** The user that the URL names. */
  public Optional<String> user() {
    return Optional.ofNullable(user).filter(name -> !name.isEmpty());
  }

  /** The password that the URL holds. */
  public Optional<String> password() {
    return Optional.ofNullable(password);
  }

  /** The same with a parameter, unless it has that parameter already. */
  public DatabaseUrl orElse(String parameter, String value) {
    Map<String, String> parameters = new HashMap<>(address.parameters());
    parameters.putIfAbsent(parameter, value);
    return new DatabaseUrl(
        new ServerAddress(address.host(), address.port(), parameters), database, user, password);
  }

  /** What the URL says of this parameter. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(address.parameters().get(name));
  }

  /** The address for JDBC, with its parameters, without user and password. */
  public String jdbcUrl() {
    return address.jdbcUrl(database);
  }

  /** Without parameters, user and password. */
  @Override
  public String toString() {
    return new ServerAddress(address.host(), address.port(), Map.of()).jdbcUrl(database);
  }

  private static URI uri(String source, String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new InvalidServerUrlException(
          source, "it has a character at position %d that must be encoded".formatted(e.getIndex()));
    }
  }

  private static String withoutBrackets(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static String database(String source, @Nullable String path) {
    return path == null || path.length() < 2 ? "postgres" : decoded(source, path.substring(1));
  }

  private static Map<String, String> parameters(String source, @Nullable String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(pair.substring(0, equals), decoded(source, pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  private static String decoded(String source, String text) {
    try {
      // The decoder is made for forms, where a plus is a blank; here it is a plus.
      return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      throw new InvalidServerUrlException(source, "a percent sign begins no encoded character");
    }
  }
}
