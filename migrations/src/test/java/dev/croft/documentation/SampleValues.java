package dev.croft.documentation;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Values for one column: all different where the column alone is a key, of a few dozen where it is
 * part of one, and else of three, so that rows agree by chance in every column but a key.
 */
final class SampleValues {
  private static final int OF_A_KEY = 60;
  private static final int OF_OTHERS = 3;
  private static final Pattern CHOICE =
      Pattern.compile("^\\((\\w+) = ANY \\(ARRAY\\[(.*)\\]\\)\\)$");
  private static final Pattern LITERAL = Pattern.compile("'([^']*)'::text");
  private static final Map<String, String> SHAPES =
      Map.ofEntries(
          Map.entry("email_address", "%s@example.com"),
          Map.entry("url", "https://example.com/%s"),
          Map.entry("auth.permissions.name", "thing:%s"),
          Map.entry("action", "thing:%s"),
          Map.entry("domain", "%s.example"),
          Map.entry("password_hash", "$algorithm$cost$saltsaltsaltsaltsaltsalt%s"),
          Map.entry("preferences", preferences()),
          Map.entry("jsonb", "{\"name\": \"%s\"}"));

  private final Random random;
  private final Table table;
  private final Map<String, List<String>> choices = new HashMap<>();
  private int fresh;

  SampleValues(Table table, Random random) {
    this.table = table;
    this.random = random;
    table.checks().forEach(this::addChoice);
  }

  private static String preferences() {
    return """
        {"theme": "dark", "language": "%s", "notifications": {"email": true, "push": true}}""";
  }

  private void addChoice(String check) {
    CHOICE
        .matcher(check)
        .results()
        .forEach(found -> choices.put(found.group(1), literals(found.group(2))));
  }

  private static List<String> literals(String list) {
    return LITERAL.matcher(list).results().map((MatchResult found) -> found.group(1)).toList();
  }

  Optional<String> of(Table.Column column) {
    if (column.isOptional() && random.nextBoolean()) {
      return Optional.empty();
    }
    List<String> choice = choices.getOrDefault(column.name(), List.of());
    return Optional.of(choice.isEmpty() ? value(column, number(column.name())) : any(choice));
  }

  private String any(List<String> choice) {
    return choice.get(random.nextInt(choice.size()));
  }

  private int number(String column) {
    List<List<String>> keys =
        table.keys().stream()
            .map(table::withoutPartitioning)
            .map(SampleValues::columns)
            .filter(key -> key.contains(column))
            .toList();
    if (keys.stream().anyMatch(key -> key.size() == 1)) {
      return OF_A_KEY + fresh++;
    }
    return random.nextInt(keys.isEmpty() || random.nextBoolean() ? OF_OTHERS : OF_A_KEY);
  }

  static List<String> columns(List<String> key) {
    return key.stream().map(part -> part.replaceAll("^lower\\((\\w+)\\)$", "$1")).toList();
  }

  private String value(Table.Column column, int number) {
    return switch (column.type()) {
      case "uuid" -> uuid(number);
      case "boolean" -> Boolean.toString(number % 2 == 0);
      case "integer", "bigint" -> Integer.toString(number + 1);
      case "timestamptz" -> time(number).toString();
      case "date" -> "2000-01-%02d".formatted(number + 1);
      case "inet" -> "192.0.2." + number;
      case "bytea" -> "\\x" + "%08x".formatted(number).repeat(bytes(column.name()) / 4);
      default -> column.name().equals("actor") ? uuid(number) : text(column, number);
    };
  }

  private static String uuid(int number) {
    return new UUID(0x7000, 0x8000_0000_0000_0000L + number).toString();
  }

  private String text(Table.Column column, int number) {
    return shape(column).formatted(word(number));
  }

  private static Instant time(int number) {
    return Instant.now().truncatedTo(DAYS).plus(Duration.ofDays(number + 1));
  }

  private static int bytes(String column) {
    return column.endsWith("_pad") ? 64 : 32;
  }

  private String shape(Table.Column column) {
    String whole = table.name() + "." + column.name();
    return Stream.of(whole, column.name(), column.type())
        .filter(SHAPES::containsKey)
        .map(name -> SHAPES.getOrDefault(name, ""))
        .findFirst()
        .orElse("%s");
  }

  private static String word(int number) {
    List<String> letters = new ArrayList<>();
    for (int rest = number; letters.size() < 3; rest /= 26) {
      letters.add(Character.toString('a' + rest % 26));
    }
    return String.join("", letters);
  }
}
