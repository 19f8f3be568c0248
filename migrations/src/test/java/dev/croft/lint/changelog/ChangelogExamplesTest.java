package dev.croft.lint.changelog;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.lint.report.Finding;
import dev.croft.lint.report.Rule;
import dev.croft.migrations.Migrator;
import dev.croft.migrations.WrittenChangelog;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangelogExamplesTest {
  private static final Path ACTUAL = Path.of("target", "lint");
  private static final String CHANGESET = "--changeset ";

  private PostgresDatabase database;

  @BeforeAll
  void openShop() throws Exception {
    database = PostgresServer.shared().createDatabase();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(ExampleChangelog.shop());
    }
  }

  @AfterAll
  void drop() {
    database.close();
  }

  static List<Rule> rules() {
    return ChangelogRules.rules();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void what_breaks_the_rule_is_found(Rule rule, @TempDir Path root) throws IOException {
    String found =
        findings(rule, ExampleChangelog.of(rule.id(), "failing", root)).stream()
            .map(Finding::text)
            .collect(joining("\n"));
    Path actual = Files.createDirectories(ACTUAL.resolve(rule.id()));
    Files.writeString(actual.resolve("expected.txt"), found);
    assertThat(found).isNotEmpty().isEqualTo(ExampleChangelog.expected(rule.id()));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void what_keeps_the_rule_is_not(Rule rule, @TempDir Path root) throws IOException {
    assertThat(findings(rule, ExampleChangelog.of(rule.id(), "passing", root))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void pasting_the_fixes_makes_the_findings_vanish(Rule rule, @TempDir Path root)
      throws IOException {
    int number = 0;
    for (Finding finding :
        findings(rule, ExampleChangelog.of(rule.id(), "failing", root.resolve("failing")))) {
      if (!finding.fix().isEmpty()) {
        ExampleChangelog fixed = fixed(finding.fix(), root.resolve("fix" + ++number));
        assertThat(findings(rule, fixed)).isEmpty();
        applyAndTakeBack(fixed);
      }
    }
  }

  /** Each changeset of a fix in a file of its own. */
  private static ExampleChangelog fixed(String fix, Path root) throws IOException {
    ExampleChangelog changelog = ExampleChangelog.in(root);
    List<String> changesets =
        fix.startsWith(CHANGESET)
            ? List.of(fix.substring(CHANGESET.length()).split("\n" + CHANGESET))
            : List.of("ada:fix\n" + fix + "\n--rollback not required\n");
    for (int i = 0; i < changesets.size(); i++) {
      changelog.with(
          "2026010100000%d_fix.sql".formatted(i),
          "--liquibase formatted sql\n\n" + CHANGESET + changesets.get(i));
    }
    return changelog;
  }

  private void applyAndTakeBack(ExampleChangelog changelog) {
    Migrator migrator = Migrator.of(database, ExampleChangelog.PATH).readingFrom(changelog.root());
    int applied = migrator.apply().size();
    assertThat(applied).isPositive();
    assertThat(migrator.rollback(applied)).hasSize(applied);
  }

  private static List<Finding> findings(Rule rule, ExampleChangelog changelog) {
    WrittenChangelog written =
        WrittenChangelog.read(ExampleChangelog.PATH, List.of(changelog.root()));
    Set<String> known = rules().stream().map(Rule::id).collect(toSet());
    ReleasedFiles released = new ReleasedFiles(written.released(), written.differences());
    return ChangelogRules.findings(written, released, known).stream()
        .filter(each -> each.rule().equals(rule))
        .toList();
  }
}
