package dev.croft.lint.catalogue;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.lint.report.Finding;
import dev.croft.migrations.Migrator;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogueExamplesTest {
  private static final String BASE = "croft/changelog.xml";
  private static final Path ACTUAL = Path.of("target", "lint");
  private static final Path RULES =
      Path.of("src", "main", "resources", "dev", "croft", "lint", "catalogue");

  private PostgresDatabase database;
  private Connection connection;

  @BeforeAll
  void connect() throws SQLException {
    PostgresServer server = PostgresServer.shared();
    database = server.cloneOf(server.template(BASE, target -> Migrator.of(target, BASE).apply()));
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

  static List<CatalogueRule> rules() {
    return CatalogueRule.all();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void what_breaks_the_rule_is_found(CatalogueRule rule) throws Exception {
    Example example = Example.of(rule.rule().id());
    run(example.failing());
    String found = ask(rule).stream().map(Finding::text).collect(joining("\n"));
    write(rule, found);
    assertThat(found).isNotEmpty().isEqualTo(example.expected());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void what_keeps_the_rule_is_not(CatalogueRule rule) throws SQLException {
    run(Example.of(rule.rule().id()).passing());
    assertThat(ask(rule)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void pasting_the_fixes_makes_the_findings_vanish(CatalogueRule rule) throws SQLException {
    run(Example.of(rule.rule().id()).failing());
    List<Finding> repairable = ask(rule).stream().filter(each -> !each.fix().isEmpty()).toList();
    for (Finding finding : repairable) {
      run(finding.fix());
    }
    assertThat(ask(rule)).filteredOn(repairable::contains).isEmpty();
  }

  @Test
  void every_rule_is_in_the_index() throws IOException {
    try (var files = Files.list(RULES)) {
      assertThat(CatalogueRule.all().stream().map(each -> each.rule().id() + ".sql"))
          .containsExactlyInAnyOrderElementsOf(
              files
                  .map(each -> each.getFileName().toString())
                  .filter(each -> each.endsWith(".sql"))
                  .toList());
    }
  }

  /** What a changed rule finds, to be read and then copied over expected.txt. */
  private static void write(CatalogueRule rule, String found) throws IOException {
    Path directory = Files.createDirectories(ACTUAL.resolve(rule.rule().id()));
    Files.writeString(directory.resolve("expected.txt"), found);
  }

  private List<Finding> ask(CatalogueRule rule) throws SQLException {
    return CatalogueRules.of(rule).ask(connection, Set.of(rule.rule().id())).stream()
        .filter(each -> each.rule().equals(rule.rule()))
        .toList();
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
