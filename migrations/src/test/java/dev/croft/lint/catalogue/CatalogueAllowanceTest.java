package dev.croft.lint.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.lint.report.Finding;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogueAllowanceTest {
  private static final CatalogueRule NARROW =
      CatalogueRule.parse(
          "narrow",
          """
          -- title: Tables are wide
          -- severity: error
          -- why: They hold more.
          select 'pg_catalog.pg_class'::pg_catalog.regclass as classid, c.oid as objid,
            0 as objsubid, 'it is narrow' as problem, '' as fix
          from pg_catalog.pg_class c
          where c.relkind = 'r' and c.relnamespace = 'shop'::pg_catalog.regnamespace;
          """);

  private PostgresDatabase database;
  private Connection connection;

  @BeforeAll
  void connect() throws SQLException {
    database = PostgresServer.shared().createDatabase();
    connection = database.connect();
    connection.setAutoCommit(false);
  }

  @AfterEach
  void forget() throws SQLException {
    connection.rollback();
  }

  @AfterAll
  void drop() throws SQLException {
    connection.close();
    database.close();
  }

  private List<String> findings(String... comments) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create schema shop; create table shop.a (); create table shop.b (c int)");
      for (String comment : comments) {
        statement.execute("comment on " + comment);
      }
    }
    return CatalogueRules.of(NARROW).ask(connection, Set.of("narrow")).stream()
        .map(CatalogueAllowanceTest::text)
        .toList();
  }

  private static String text(Finding finding) {
    return "%s: %s: %s".formatted(finding.rule().id(), finding.object(), finding.problem());
  }

  @Test
  void without_an_allowance_every_object_is_found() throws SQLException {
    assertThat(findings())
        .containsExactly(
            "narrow: table shop.a: it is narrow", "narrow: table shop.b: it is narrow");
  }

  @Test
  void an_allowance_is_about_the_object_of_the_comment_alone() throws SQLException {
    assertThat(findings("table shop.a is 'All a. croft:allow narrow It has no facts.'"))
        .containsExactly("narrow: table shop.b: it is narrow");
  }

  @Test
  void one_on_the_schema_or_on_a_column_allows_nothing_of_the_table() throws SQLException {
    assertThat(
            findings(
                "schema shop is 'croft:allow narrow All of them.'",
                "column shop.b.c is 'croft:allow narrow It is wide itself.'"))
        .containsExactly(
            "narrow: table shop.a: it is narrow",
            "narrow: table shop.b: it is narrow",
            "allowance: schema shop: croft:allow narrow allows nothing: take it away",
            "allowance: column shop.b.c: croft:allow narrow allows nothing: take it away");
  }

  @Test
  void one_without_a_reason_and_one_of_no_rule_allow_nothing() throws SQLException {
    assertThat(
            findings(
                "table shop.a is E'croft:allow narrow\n@scope tenant'",
                "table shop.b is 'croft:allow narow It is a slip.'"))
        .containsExactly(
            "narrow: table shop.a: it is narrow",
            "narrow: table shop.b: it is narrow",
            "allowance: table shop.a: croft:allow narrow gives no reason",
            "allowance: table shop.b: croft:allow names no rule: \"narow\"");
  }
}
