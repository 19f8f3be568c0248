package dev.croft.lint.catalogue;

import dev.croft.lint.report.Allowance;
import dev.croft.lint.report.Finding;
import dev.croft.lint.report.Found;
import dev.croft.lint.report.Permit;
import dev.croft.lint.report.Permits;
import dev.croft.lint.report.Rule;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules about a database, and what breaks them. */
public final class CatalogueRules {
  private static final String SCHEMA = CatalogueRule.read("/dev/croft/lint/schema.sql");
  private static final String COMMENTS =
      """
      select o.type, o.identity, d.description
      from (
        select classoid, objoid, objsubid, description from pg_catalog.pg_description
        union all
        select classoid, objoid, 0, description from pg_catalog.pg_shdescription
      ) d
      cross join lateral pg_catalog.pg_identify_object(d.classoid, d.objoid, d.objsubid) o
      where d.description like '%croft:allow%'
      order by o.type, o.identity
      """;

  private final List<CatalogueRule> rules;

  private CatalogueRules(List<CatalogueRule> rules) {
    this.rules = rules;
  }

  /** All of them. */
  public static CatalogueRules all() {
    return new CatalogueRules(CatalogueRule.all());
  }

  static CatalogueRules of(CatalogueRule... rules) {
    return new CatalogueRules(List.of(rules));
  }

  /** What they are. */
  public List<Rule> rules() {
    return rules.stream().map(CatalogueRule::rule).toList();
  }

  /**
   * Asks every rule in one transaction that only reads.
   *
   * @param connection one without a transaction; as the owner of the tables, who sees all of them
   * @param known the ids of the rules that an allowance may name
   */
  public List<Finding> findings(Connection connection, Set<String> known) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("set transaction isolation level repeatable read, read only");
      return ask(connection, known);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** The same within the transaction of the caller. */
  List<Finding> ask(Connection connection, Set<String> known) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local search_path = ''");
      List<Found> found = new ArrayList<>();
      for (CatalogueRule rule : rules) {
        found.addAll(found(statement, rule));
      }
      return Permits.of(permits(statement), known).heard(found);
    }
  }

  private static List<Found> found(Statement statement, CatalogueRule rule) throws SQLException {
    List<Found> found = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(query(rule))) {
      while (row.next()) {
        String object = object(row);
        found.add(
            new Found(
                object,
                new Finding(
                    rule.rule(), object, Optional.empty(), row.getString(3), row.getString(4))));
      }
    }
    return found;
  }

  private static String query(CatalogueRule rule) {
    return SCHEMA
        + """
          select o.type, o.identity, f.problem, f.fix
          from (
          %s
          ) f
          cross join lateral pg_catalog.pg_identify_object(f.classid, f.objid, f.objsubid) o
          order by o.type, o.identity, f.problem
          """
            .formatted(rule.query());
  }

  private static List<Permit> permits(Statement statement) throws SQLException {
    List<Permit> permits = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(COMMENTS)) {
      while (row.next()) {
        String object = object(row);
        for (Allowance allowance : Allowance.in(row.getString(3))) {
          permits.add(new Permit(object, object, Optional.empty(), allowance));
        }
      }
    }
    return permits;
  }

  /** Such as {@code column shop.orders.total}, {@code constraint orders_pk on shop.orders}. */
  private static String object(ResultSet row) throws SQLException {
    String type = row.getString(1);
    String kind = type.startsWith("table ") ? type.substring("table ".length()) : type;
    return kind + " " + row.getString(2);
  }
}
