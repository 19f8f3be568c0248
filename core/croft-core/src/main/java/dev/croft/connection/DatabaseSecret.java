package dev.croft.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a secret, as AWS Secrets Manager keeps it for databases: a JSON object with {@code
 * username}, {@code password}, {@code host} or {@code hostname}, {@code port}, {@code dbname} or
 * {@code database}. What else it holds is left alone.
 */
final class DatabaseSecret {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Pattern PORT = Pattern.compile("\\d{1,5}");

  private final JsonNode fields;
  private final List<String> lacking = new ArrayList<>();
  private final List<String> malformed = new ArrayList<>();

  private DatabaseSecret(JsonNode fields) {
    this.fields = fields;
  }

  /**
   * Reads {@code json}, the text of the secret {@code name}.
   *
   * @throws ConfigurationException naming the secret and every field that is missing, empty, a
   *     placeholder or malformed; never a value
   */
  static ConnectionSource.Server parse(String name, String json) {
    return new DatabaseSecret(object(name, json)).read(name);
  }

  /** The parser's exception quotes what it read, so it is not the cause. */
  private static JsonNode object(String name, String json) {
    try {
      JsonNode node = JSON.readTree(json);
      if (node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      throw refused("Secret %s is not JSON".formatted(name));
    }
    throw refused("Secret %s is not a JSON object".formatted(name));
  }

  private ConnectionSource.Server read(String name) {
    Optional<String> user = field("username", "username").filter(v -> isLogin("username", v));
    Optional<String> password = field("password", "password").filter(this::isPassword);
    Optional<String> host =
        field("host", "host", "hostname").filter(v -> is("host", DatabaseAddress.isHost(v)));
    Optional<Integer> port = field("port", "port").flatMap(this::port);
    Optional<String> database =
        field("dbname", "dbname", "database")
            .filter(v -> is("dbname", DatabaseAddress.isDatabase(v)));
    refuseIncomplete(name);
    return new ConnectionSource.Server(
        new DatabaseAddress(host.orElseThrow(), port.orElseThrow(), database.orElseThrow()),
        new Credentials(user.orElseThrow(), password.orElseThrow()));
  }

  private Optional<String> field(String named, String... keys) {
    List<String> values = new ArrayList<>();
    for (String key : keys) {
      Optional<String> value = text(named, fields.get(key));
      value.filter(text -> !values.contains(text)).ifPresent(values::add);
    }
    if (values.size() > 1) {
      malformed.add("%s (%s differ)".formatted(named, String.join(" and ", keys)));
    } else if (values.isEmpty() && !malformed.contains(named)) {
      lacking.add(named);
    }
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }

  /** Empty where there is nothing, be it null, an empty text or a placeholder. */
  private Optional<String> text(String named, @Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (value.isTextual() || (named.equals("port") && value.isIntegralNumber())) {
      return Optional.of(value.asText()).filter(v -> !v.isBlank() && !Placeholder.is(v));
    }
    malformed.add(named);
    return Optional.empty();
  }

  private boolean isLogin(String named, String value) {
    return is(named, Credentials.isUser(value));
  }

  private boolean isPassword(String value) {
    return is("password", Credentials.isPassword(value));
  }

  private Optional<Integer> port(String value) {
    boolean fits = PORT.matcher(value).matches() && DatabaseAddress.isPort(Integer.parseInt(value));
    return is("port", fits) ? Optional.of(Integer.valueOf(value)) : Optional.empty();
  }

  private boolean is(String named, boolean wellFormed) {
    if (!wellFormed) {
      malformed.add(named);
    }
    return wellFormed;
  }

  private void refuseIncomplete(String name) {
    List<String> problems = new ArrayList<>();
    if (!lacking.isEmpty()) {
      problems.add("lacks: " + String.join(", ", lacking));
    }
    if (!malformed.isEmpty()) {
      problems.add("has malformed: " + String.join(", ", malformed));
    }
    if (!problems.isEmpty()) {
      throw refused("Secret %s %s".formatted(name, String.join("; it ", problems)));
    }
  }

  private static ConfigurationException refused(String facts) {
    return new ConfigurationException(
        facts, "Store username, password, host, port and dbname in it, as JSON.");
  }
}
