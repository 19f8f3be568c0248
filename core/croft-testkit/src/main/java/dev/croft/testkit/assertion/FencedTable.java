package dev.croft.testkit.assertion;

import static java.util.Objects.requireNonNull;
import static java.util.regex.Pattern.quote;

import dev.croft.isolation.ScopedTable;
import dev.croft.isolation.TableScope;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Configuration;
import org.jooq.Query;
import org.jooq.QueryPart;
import org.jooq.Schema;
import org.jooq.Table;
import org.jooq.VisitListener;
import org.jooq.VisitListenerProvider;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultVisitListenerProvider;

/**
 * A table that holds tenants' rows, as it stands in the text of a statement without quotes.
 *
 * @param name schema and table
 * @param tenantColumn the column that an INSERT stamps; empty where a tenant inserts nothing
 * @param predicate how the tenant's predicate begins, with %s for the name or alias, as far as it
 *     is the same for a parameter and for the literal of a join that jOOQ adds
 */
record FencedTable(String name, String tenantColumn, String predicate) {

  /** The tables that are met when {@code query} is rendered, those of its predicates included. */
  static Set<FencedTable> in(Query query) {
    Set<FencedTable> tables = new LinkedHashSet<>();
    VisitListener listener =
        VisitListener.onVisitStart(context -> of(context.queryPart()).forEach(tables::add));
    Configuration configuration = requireNonNull(query.configuration());
    VisitListenerProvider[] given = configuration.visitListenerProviders();
    VisitListenerProvider[] all = Arrays.copyOf(given, given.length + 1);
    all[given.length] = new DefaultVisitListenerProvider(listener);
    DSL.using(configuration.derive(all)).render(query);
    return tables;
  }

  private static Stream<FencedTable> of(QueryPart part) {
    if (!(part instanceof Table<?> table
        && part instanceof ScopedTable scoped
        && isGenerated(table))) {
      return Stream.of();
    }
    String name = "%s.%s".formatted(requireNonNull(table.getSchema()).getName(), table.getName());
    return switch (scoped.scope()) {
      case TableScope.TenantRows rows -> Stream.of(ofTenant(name, rows.tenantColumn().getName()));
      case TableScope.SharedRows rows ->
          Stream.of(ofPeople(name, rows.linkReference().getName(), rows.id().getName()));
      case TableScope.GlobalRows none -> Stream.of();
      case TableScope.SystemRows none -> Stream.of();
    };
  }

  private static boolean isGenerated(Table<?> table) {
    Schema schema = table.getSchema();
    return schema != null && schema.getTable(table.getName()) != null;
  }

  private static FencedTable ofTenant(String name, String column) {
    return new FencedTable(name, column, "%s." + column + " = cast(");
  }

  private static FencedTable ofPeople(String name, String reference, String id) {
    return new FencedTable(name, "", "." + reference + " = %s." + id);
  }

  /** How often the table is named as a source or target, by the name or alias that it has there. */
  Map<String, Long> references(String sql) {
    return Pattern.compile("(?<![\\w.])" + quote(name) + "(?![\\w.])(?: as (\\w+))?")
        .matcher(sql)
        .results()
        .collect(
            Collectors.groupingBy(
                match -> match.group(1) == null ? name : match.group(1), Collectors.counting()));
  }

  /** How many predicates of the tenant there are for the table under {@code reference}. */
  long predicates(String sql, String reference) {
    String start = predicate.startsWith("%s") ? "(?<![\\w.])" : "";
    return count(start + quote(predicate.formatted(reference)) + "(?![\\w.])", sql)
        + count("insert into " + quote(name) + alias(reference) + stampedColumns(), sql);
  }

  private String alias(String reference) {
    return reference.equals(name) ? "" : " as " + quote(reference);
  }

  private String stampedColumns() {
    return " \\((?:\\w+, )*" + quote(tenantColumn) + "[,)]";
  }

  private static long count(String regex, String sql) {
    Matcher matcher = Pattern.compile(regex).matcher(sql);
    return matcher.results().count();
  }
}
