package dev.croft.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.lint.report.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesPageTest {
  private static final String WRITE = "croft.docs.write";
  private static final String COMMAND =
      "docs/rules.md is stale; target/rules.md is what it should be. Renew it: mvn -pl migrations"
          + " verify -Dtest=RulesPageTest -D"
          + WRITE;

  @Test
  void the_page_is_what_rules_and_examples_say() throws IOException {
    String renewed = RulesPage.renewed();
    Files.writeString(Path.of("target", "rules.md"), renewed);
    if (System.getProperty(WRITE) != null) {
      Files.writeString(RulesPage.PATH, renewed);
    }
    assertThat(RulesPage.written()).as(COMMAND).isEqualTo(renewed);
  }

  @Test
  void every_rule_has_an_id_of_its_own_a_title_and_a_reason() {
    List<Rule> rules = Lint.rules();
    assertThat(rules).extracting(Rule::id).doesNotHaveDuplicates();
    assertThat(rules)
        .allSatisfy(
            rule -> {
              assertThat(rule.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
              assertThat(rule.title()).isNotBlank().doesNotEndWith(".");
              assertThat(rule.why()).endsWith(".");
            });
  }
}
