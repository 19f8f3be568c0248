package dev.croft.testkit.contract;

import dev.croft.testkit.contract.TableShape.Check;
import dev.croft.testkit.contract.TableShape.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Values to try for a column, in PostgreSQL's text form, the likeliest first. */
final class Candidates {
  /** Stands for leaving a column out of the INSERT, for its default or NULL. */
  static final String LEFT_OUT = "\u0000";

  private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.'])-?\\d+(?:\\.\\d+)?(?![\\w.'])");
  private static final Pattern PRECISION = Pattern.compile("\\((\\d+),(\\d+)\\)$");
  private static final Set<String> WHOLE = Set.of("smallint", "integer", "bigint");
  private static final Pattern LENGTH = Pattern.compile("\\((\\d+)\\)$");

  private Candidates() {}

  /**
   * For one column of one row.
   *
   * @param mark a lower-case word by which the row is known
   */
  static List<String> of(Column column, List<Check> checks, String mark) {
    Set<String> values = new LinkedHashSet<>();
    if (column.hasDefault() || isYetToHappen(column)) {
      values.add(LEFT_OUT);
    }
    values.addAll(column.labels());
    values.addAll(ofType(column.baseType().toLowerCase(Locale.ROOT), checks(column, checks), mark));
    if (column.isNullable()) {
      values.add(LEFT_OUT);
    }
    return List.copyOf(values);
  }

  /** A time that may be absent is that of an event, above all of a deletion. */
  private static boolean isYetToHappen(Column column) {
    return column.isNullable() && column.baseType().startsWith("timestamp");
  }

  private static String checks(Column column, List<Check> checks) {
    StringBuilder definitions = new StringBuilder();
    for (Check check : checks) {
      if (check.columns().contains(column.name())) {
        definitions.append(check.definition()).append('\n');
      }
    }
    return definitions.toString();
  }

  private static List<String> ofType(String type, String checks, String mark) {
    if (type.endsWith("[]")) {
      return List.of("{}");
    }
    String plain = type.replaceAll("\\(.*?\\)", "").strip();
    return switch (plain) {
      case "text", "character varying", "character", "\"char\"", "citext", "name" ->
          texts(checks, mark, length(type));
      case "smallint", "integer", "bigint", "numeric", "real", "double precision", "money" ->
          numbers(type, checks);
      case "date", "timestamp with time zone", "timestamp without time zone" ->
          with(literals(checks), "2026-06-15", "2026-06-16", "2100-01-01");
      case "uuid" -> with(literals(checks), UUID.randomUUID().toString());
      case "boolean" -> List.of("true", "false");
      case "json", "jsonb" -> with(List.of(), "{}", "[]", "\"%s\"".formatted(mark), "1");
      case "bytea" -> with(List.of(), "\\x01", "\\x" + "00".repeat(16), "\\x" + "00".repeat(32));
      case "interval" -> with(literals(checks), "1 day", "1 hour", "30 days");
      case "time without time zone", "time with time zone" -> List.of("09:00", "17:00");
      case "inet", "cidr" -> List.of("192.0.2.1", "2001:db8::1");
      case "macaddr" -> List.of("08:00:2b:01:02:03");
      case "int4range", "int8range", "numrange" -> List.of("[1,2)", "[3,4)");
      case "daterange", "tstzrange", "tsrange" -> List.of("[2026-06-15,2026-06-16)");
      case "point" -> List.of("(1,1)");
      case "tsvector" -> List.of(mark);
      case "xml" -> List.of("<a/>");
      default -> List.of();
    };
  }

  private static List<String> texts(String checks, String mark, int length) {
    String upper = mark.toUpperCase(Locale.ROOT);
    String title = upper.charAt(0) + mark.substring(1);
    List<String> shapes =
        List.of(
            mark,
            title,
            upper,
            mark + "@example.com",
            mark + ":read",
            "https://example.com/" + mark,
            mark + ".example.com",
            "/" + mark,
            mark + "-1",
            mark + "_1",
            mark.substring(0, 1),
            mark.substring(0, 2),
            mark.substring(0, 3),
            upper.substring(0, 1),
            upper.substring(0, 2),
            upper.substring(0, 3),
            "1",
            "1.0.0",
            "2026-06-15",
            "09:00",
            "+4930123456",
            "#a1b2c3",
            "192.0.2.1",
            "{}",
            "Europe/Berlin",
            "en",
            "en-GB",
            UUID.randomUUID().toString(),
            "00000000000000000000000000000001".repeat(2));
    List<String> values = new ArrayList<>();
    for (String value : with(literals(checks), shapes.toArray(String[]::new))) {
      values.add(value.substring(0, Math.min(value.length(), length)));
    }
    return shapesFirstUnlessListed(values, checks, mark);
  }

  /** A check that lists what it allows is likelier to be met by one of these. */
  private static List<String> shapesFirstUnlessListed(
      List<String> values, String checks, String mark) {
    List<String> ordered = new ArrayList<>(values);
    if (!checks.contains("ANY (") && !checks.contains("IN (")) {
      ordered.sort((a, b) -> Boolean.compare(b.contains(mark), a.contains(mark)));
    }
    return ordered;
  }

  private static int length(String type) {
    Matcher matcher = LENGTH.matcher(type);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : Integer.MAX_VALUE;
  }

  /** A bound that a check names is likely met by itself or by a neighbour. */
  private static List<String> numbers(String type, String checks) {
    Set<String> values = new LinkedHashSet<>(List.of("1", "2", "10"));
    NUMBER
        .matcher(checks)
        .results()
        .map(match -> new BigDecimal(match.group()))
        .flatMap(n -> Stream.of(n, n.add(BigDecimal.ONE), n.subtract(BigDecimal.ONE)))
        .map(BigDecimal::toPlainString)
        .forEach(values::add);
    values.addAll(List.of("100", "0", "0.5", "1000", "-1"));
    values.removeIf(value -> !fits(new BigDecimal(value), type));
    return List.copyOf(values);
  }

  /** Whether {@code type}, such as {@code numeric(4,2)} or {@code integer}, can hold a number. */
  private static boolean fits(BigDecimal number, String type) {
    Matcher digits = PRECISION.matcher(type);
    if (digits.find()) {
      int whole = Integer.parseInt(digits.group(1)) - Integer.parseInt(digits.group(2));
      return number.precision() - number.scale() <= whole;
    }
    return !WHOLE.contains(type) || number.stripTrailingZeros().scale() <= 0;
  }

  private static List<String> literals(String checks) {
    return LITERAL
        .matcher(checks)
        .results()
        .map(match -> match.group(1).replace("''", "'"))
        .toList();
  }

  private static List<String> with(List<String> first, String... then) {
    Set<String> all = new LinkedHashSet<>(first);
    all.addAll(List.of(then));
    return List.copyOf(all);
  }
}
