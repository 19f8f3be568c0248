package dev.croft.connection;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The properties of pgjdbc that a configuration may set. All others are refused: some load classes
 * ({@code socketFactory}, {@code sslfactory}), write files ({@code loggerFile}), enter a tenant
 * ({@code options}), or take the round trip apart that enters one ({@code preferQueryMode}).
 */
final class DriverProperty {
  static final String REWRITE_BATCHED_INSERTS = "reWriteBatchedInserts";

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Pattern POSITIVE = Pattern.compile("[1-9]\\d{0,8}");
  private static final Pattern SWITCH = Pattern.compile("true|false");
  private static final Pattern FILE = Pattern.compile("[^\\p{Cntrl}]{1,4096}");

  private static final Map<String, Pattern> ALLOWED =
      Map.ofEntries(
          Map.entry("cancelSignalTimeout", NUMBER),
          Map.entry("channelBinding", Pattern.compile("disable|prefer|require")),
          Map.entry("connectTimeout", NUMBER),
          Map.entry("loginTimeout", NUMBER),
          Map.entry("prepareThreshold", NUMBER),
          Map.entry("preparedStatementCacheQueries", POSITIVE),
          Map.entry("preparedStatementCacheSizeMiB", POSITIVE),
          Map.entry(REWRITE_BATCHED_INSERTS, SWITCH),
          Map.entry("receiveBufferSize", NUMBER),
          Map.entry("sendBufferSize", NUMBER),
          Map.entry("socketTimeout", NUMBER),
          Map.entry("sslcert", FILE),
          Map.entry("sslkey", FILE),
          Map.entry("sslNegotiation", Pattern.compile("postgres|direct")),
          Map.entry("tcpKeepAlive", SWITCH));

  private DriverProperty() {}

  /** What is wrong with setting {@code name} to {@code value}, without either's text if unknown. */
  static Optional<String> problem(String name, String value) {
    Pattern form = ALLOWED.get(name);
    if (form == null) {
      return Optional.of("sets a driver property that is not among " + String.join(", ", names()));
    }
    return form.matcher(value).matches()
        ? Optional.empty()
        : Optional.of("sets %s to a value that it cannot have".formatted(name));
  }

  static java.util.List<String> names() {
    return ALLOWED.keySet().stream().sorted(String.CASE_INSENSITIVE_ORDER).toList();
  }
}
