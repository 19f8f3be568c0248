package dev.croft.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.util.Map;
import java.util.TreeMap;

/** Where a server listens, and what every connection to it says besides. */
record ServerAddress(String host, int port, Map<String, String> parameters) {
  ServerAddress {
    parameters = Map.copyOf(parameters);
  }

  static ServerAddress local(int port) {
    return new ServerAddress("localhost", port, Map.of());
  }

  String jdbcUrl(String database) {
    return "jdbc:postgresql://%s:%s/%s%s"
        .formatted(hostInUrl(), port, URLEncoder.encode(database, UTF_8), query());
  }

  private String hostInUrl() {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private String query() {
    return new TreeMap<>(parameters)
        .entrySet().stream()
            .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
            .collect(joining("&", parameters.isEmpty() ? "" : "?", ""));
  }
}
