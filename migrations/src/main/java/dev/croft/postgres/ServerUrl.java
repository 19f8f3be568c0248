package dev.croft.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The address of a server as a user writes it: {@code postgresql://…} or {@code jdbc:…}. */
record ServerUrl(ServerAddress address, String database, Login login) {
  private static final String JDBC = "jdbc:";
  private static final int DEFAULT_PORT = 5432;

  /**
   * @param source where the text was found, to be named in errors
   */
  static ServerUrl parse(String source, String text) {
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
    Login login = login(source, uri.getRawUserInfo(), parameters);
    int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
    return new ServerUrl(
        new ServerAddress(withoutBrackets(host), port, parameters),
        database(source, uri.getRawPath()),
        login);
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

  private static Login login(
      String source, @Nullable String userInfo, Map<String, String> parameters) {
    String userParameter = parameters.remove("user");
    String passwordParameter = parameters.remove("password");
    String[] parts = userInfo == null ? new String[0] : userInfo.split(":", 2);
    String user = parts.length > 0 ? decoded(source, parts[0]) : userParameter;
    String password = parts.length > 1 ? decoded(source, parts[1]) : passwordParameter;
    if (user == null || user.isEmpty()) {
      throw new InvalidServerUrlException(source, "it names no user");
    }
    return new Login(user, password == null ? "" : password);
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
