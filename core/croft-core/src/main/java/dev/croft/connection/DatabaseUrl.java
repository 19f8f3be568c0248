package dev.croft.connection;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URL taken apart. It is never passed on to the driver, where its parameters could load classes
 * or open a connection in another tenant. No part of it is ever shown.
 */
final class DatabaseUrl {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:jdbc:)?postgres(?:ql)?://"
              + "(?:(?<user>[^:@/?#\\s\\[\\]]*)(?::(?<password>[^@/?#\\s\\[\\]]*))?@)?"
              + "(?<host>\\[[0-9A-Fa-f:.]+]|[^:@/?#\\s\\[\\],]*)(?::(?<port>\\d{1,5}))?"
              + "(?:/(?<database>[^/?#]*))?(?:\\?(?<query>[^#]*))?");

  private final String key;
  private final Problems problems;
  private final Map<String, String> parts = new LinkedHashMap<>();
  private final Map<String, String> parameters = new LinkedHashMap<>();

  private DatabaseUrl(String key, Problems problems) {
    this.key = key;
    this.problems = problems;
  }

  /** Takes {@code url}, found under {@code key}, apart; what is wrong goes to {@code problems}. */
  static DatabaseUrl parse(String key, String url, Problems problems) {
    DatabaseUrl parsed = new DatabaseUrl(key, problems);
    Matcher form = FORM.matcher(url);
    if (form.matches()) {
      parsed.takeParts(form);
      parsed.takeParameters(form.group("query"));
    } else {
      problems.add(
          key
              + " is not of the form postgresql://user:password@host:port/database?parameter=value,"
              + " percent-encoded, with one host");
    }
    return parsed;
  }

  private void takeParts(Matcher form) {
    for (String part : new String[] {"user", "password", "host", "port", "database"}) {
      String text = form.group(part);
      if (text != null && !text.isEmpty()) {
        decode(part.equals("host") ? unbracketed(text) : text).ifPresent(v -> parts.put(part, v));
      }
    }
  }

  private static String unbracketed(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private void takeParameters(@Nullable String query) {
    if (query == null || query.isEmpty()) {
      return;
    }
    for (String parameter : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      if (equals <= 0) {
        problems.add(key + " has a parameter without a name or a value");
      } else {
        Optional<String> name = decode(parameter.substring(0, equals));
        Optional<String> value = decode(parameter.substring(equals + 1));
        name.ifPresent(n -> value.ifPresent(v -> takeParameter(n, v)));
      }
    }
  }

  private void takeParameter(String name, String value) {
    boolean isPart = name.equals("user") || name.equals("password");
    if ((isPart ? parts : parameters).putIfAbsent(name, value) != null) {
      problems.add(key + " gives a parameter twice");
    }
  }

  private Optional<String> decode(String encoded) {
    Optional<String> decoded = PercentEncoding.decode(encoded);
    if (decoded.isEmpty()) {
      problems.add(key + " is not percent-encoded UTF-8");
    }
    return decoded;
  }

  /** The {@code user}, {@code password}, {@code host}, {@code port} or {@code database}. */
  Optional<String> part(String name) {
    return Optional.ofNullable(parts.get(name));
  }

  /** What stands behind the question mark, without user and password. */
  Map<String, String> parameters() {
    return parameters;
  }
}
