package dev.croft.connection;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Settings by their keys, and data sources of the application, to be checked all together. */
public final class ConnectionSettingsBuilder {
  private final Map<String, String> settings = new TreeMap<>();
  private final Map<Access, DataSource> dataSources = new EnumMap<>(Access.class);
  private final List<String> contradictions = new ArrayList<>();

  /** Sets {@code key} as an environment variable or a property of that name does. */
  public void set(String key, String value) {
    String earlier = settings.putIfAbsent(key, requireNonNull(value, key));
    if (earlier != null && !earlier.equals(value)) {
      contradict(SettingsReader.shown(key) + " is set twice, and differently");
    }
  }

  /** Takes connections for {@code access} from the application, which keeps and closes them. */
  public void take(Access access, DataSource dataSource) {
    DataSource earlier = dataSources.putIfAbsent(access, requireNonNull(dataSource, "dataSource"));
    if (earlier != null && !earlier.equals(dataSource)) {
      contradict("there are two data sources for " + access);
    }
  }

  /** Adds to what is wrong; {@code problem} shows no value. */
  public void contradict(String problem) {
    contradictions.add(problem);
  }

  /** What is set for {@code key}. */
  public Optional<String> value(Setting key) {
    return Optional.ofNullable(settings.get(key.name()));
  }

  /** What is set for each key. */
  public Map<String, String> settings() {
    return Map.copyOf(settings);
  }

  /**
   * What all of it says. Nothing is opened.
   *
   * @throws ConfigurationException naming everything that is missing, malformed, unknown, a
   *     placeholder, or said twice in different ways; never a value
   */
  public ConnectionSettings build() {
    Problems problems = new Problems();
    contradictions.forEach(problems::add);
    SettingsReader reader = new SettingsReader(settings, dataSources, problems);
    reader.refuseUnknown(settings.keySet());
    return reader.read();
  }
}
