package dev.croft.lint.catalogue;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.lint.report.Rule;
import dev.croft.migrations.Migrator;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Croft's own schema keeps the rules, and refuses tables by the same ones. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BaseSchemaRulesTest {
  private static final String BASE = "croft/changelog.xml";
  private static final String REFUSED =
      """
      select distinct b.rule
      from pg_class c
      cross join lateral (
        select coalesce(croft.table_tag(c.oid, 'scope'), 'tenant') as scope
      ) said
      cross join lateral croft.broken_rules(
        c.oid, said.scope, 'tenant_id', to_regclass(substring(said.scope from 'via (.*)'))) b
      where c.relnamespace = 'shop'::regnamespace and c.relkind in ('r', 'p')
      """;

  private PostgresDatabase database;
  private Connection connection;

  @BeforeAll
  void connect() throws SQLException {
    PostgresServer server = PostgresServer.shared();
    database = server.cloneOf(server.template(BASE, target -> Migrator.of(target, BASE).apply()));
    connection = database.connect();
  }

  @AfterEach
  void forget() throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  @AfterAll
  void drop() throws SQLException {
    connection.close();
    database.close();
  }

  @Test
  void the_base_schema_keeps_every_rule_or_says_why_not() throws SQLException {
    CatalogueRules rules = CatalogueRules.all();
    Set<String> known = rules.rules().stream().map(Rule::id).collect(toSet());
    assertThat(rules.findings(connection, known)).isEmpty();
  }

  /** The ids by which the functions that fence a table refuse it. */
  static Stream<String> refusing() {
    return Stream.of(
        "constraint-deferrable",
        "default-partition",
        "foreign-key-holds-tenant",
        "foreign-key-index-missing",
        "foreign-key-leaves-scope",
        "foreign-key-to-unclassified",
        "link-refers-to-key",
        "no-sequence",
        "on-delete-explicit",
        "primary-key-begins-with-tenant",
        "primary-key-missing",
        "set-null-names-columns",
        "tenant-column-missing",
        "tenant-reference-missing",
        "text-not-varchar",
        "timestamps-missing",
        "timestamptz-not-timestamp",
        "unique-begins-with-tenant");
  }

  @ParameterizedTest
  @MethodSource("refusing")
  void what_breaks_a_rule_is_refused_by_the_function_too(String rule) throws SQLException {
    assertThat(refusals(Example.of(rule).failing())).contains(rule);
  }

  @ParameterizedTest
  @MethodSource("refusing")
  void what_keeps_a_rule_is_not_refused_for_it(String rule) throws SQLException {
    assertThat(refusals(Example.of(rule).passing())).doesNotContain(rule);
  }

  private Set<String> refusals(String example) throws SQLException {
    connection.setAutoCommit(false);
    Set<String> refusals = new TreeSet<>();
    try (Statement statement = connection.createStatement()) {
      statement.execute(example);
      try (ResultSet rows = statement.executeQuery(REFUSED)) {
        while (rows.next()) {
          refusals.add(rows.getString(1));
        }
      }
    }
    return refusals;
  }
}
