package dev.croft.connection;

import static dev.croft.connection.Setting.*;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** Makes settings of keys and values: all that is wrong with them is said at once. */
final class SettingsReader {
  private static final String SEALING_KEY = "[0-9a-z-]{1,32}:([0-9a-f]{2}){32,64}";

  private final SettingValues values;
  private final Map<Access, DataSource> dataSources;
  private final Problems problems;
  private final Optional<DatabaseUrl> url;

  SettingsReader(
      Map<String, String> given, Map<Access, DataSource> dataSources, Problems problems) {
    this.values = new SettingValues(given, problems);
    this.dataSources = dataSources;
    this.problems = problems;
    this.url =
        values
            .text(DATABASE_URL)
            .map(text -> DatabaseUrl.parse(DATABASE_URL.name(), text, problems));
  }

  /** A key that is misspelt would be left out in silence. */
  void refuseUnknown(Set<String> keys) {
    keys.stream()
        .filter(key -> Setting.named(key).isEmpty())
        .sorted()
        .forEach(key -> problems.add(shown(key) + " is unknown"));
  }

  /** A key of another form may be a value that stands in the wrong place. */
  static String shown(String key) {
    return key.matches("[A-Za-z0-9_.-]{1,60}") ? "the key " + key : "a key";
  }

  ConnectionSettings read() {
    LoginReader logins = new LoginReader(values, dataSources, url, region(), endpoint());
    Map<Access, ConnectionSource> sources = logins.sources();
    ServerSettings server = new ServerReader(values, url).read();
    PoolSettings pool = new PoolReader(values).read();
    Duration slow =
        values
            .duration(DATABASE_SLOW_STATEMENT)
            .orElse(ConnectionSettings.defaults().slowStatement());
    values.text(DATABASE_SEALING_KEY, value -> value.matches(SEALING_KEY));
    values.text(DATABASE_SEALING_BOUND, value -> value.matches("true|false"));
    values.text(DATABASE_REPORT_ONLY, value -> value.matches("true|false"));
    problems.refuse("Set each key to a value of the form that core/docs/configuration.md gives.");
    return new ConnectionSettings(sources, server, pool, slow);
  }

  private Optional<String> region() {
    return values.text(DATABASE_SECRET_REGION, region -> region.matches("[a-z0-9-]{1,64}"));
  }

  private Optional<URI> endpoint() {
    return values.read(DATABASE_SECRET_ENDPOINT, SettingsReader::httpUri);
  }

  private static Optional<URI> httpUri(String text) {
    try {
      URI uri = new URI(text);
      boolean isHttp = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return isHttp && uri.getHost() != null && uri.getUserInfo() == null
          ? Optional.of(uri)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
