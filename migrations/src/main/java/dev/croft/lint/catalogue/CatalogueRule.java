package dev.croft.lint.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.croft.lint.report.Rule;
import dev.croft.lint.report.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A rule about a database. Its resource {@code <id>.sql} begins with {@code -- title:}, {@code --
 * severity:} and {@code -- why:}, each of which may go on in further comment lines; then follows
 * one query that gives a row for each object that breaks the rule:
 *
 * <ul>
 *   <li>{@code classid, objid oid, objsubid integer}: its address, as in {@code pg_depend}
 *   <li>{@code problem text}: what is wrong with it, a sentence without its full stop
 *   <li>{@code fix text}: SQL that can be pasted, or ''
 * </ul>
 *
 * <p>It may ask the relations of {@code dev/croft/lint/schema.sql}, which runs in front of it. The
 * query runs as whoever calls, in a transaction that only reads, with an empty search path.
 */
record CatalogueRule(Rule rule, String query) {
  private static final String INDEX = "rules.txt";
  private static final String TITLE = "title";
  private static final String SEVERITY = "severity";
  private static final String WHY = "why";

  /** The rules, in the order in which the index lists them. */
  static List<CatalogueRule> all() {
    return read(INDEX)
        .lines()
        .filter(line -> !line.isBlank())
        .map(id -> parse(id, read(id + ".sql")))
        .toList();
  }

  static CatalogueRule parse(String id, String text) {
    List<String> lines = text.lines().toList();
    int end = 0;
    while (end < lines.size() && lines.get(end).startsWith("--")) {
      end++;
    }
    RuleHead head = RuleHead.of(lines.subList(0, end));
    String query = lines.stream().skip(end).collect(Collectors.joining("\n")).strip();
    return new CatalogueRule(
        new Rule(id, severity(head.value(SEVERITY)), head.value(TITLE), head.value(WHY)),
        query.endsWith(";") ? query.substring(0, query.length() - 1) : query);
  }

  private static Severity severity(String word) {
    return Arrays.stream(Severity.values())
        .filter(each -> each.word().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no severity: " + word));
  }

  static String read(String name) {
    try (InputStream stream = CatalogueRule.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("no resource: " + name);
      }
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
