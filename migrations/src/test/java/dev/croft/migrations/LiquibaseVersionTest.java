package dev.croft.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import liquibase.util.LiquibaseUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class LiquibaseVersionTest {

  /** Else a run on another version would show nothing. */
  @Test
  @EnabledIfSystemProperty(
      named = "croft.liquibase",
      matches = ".+",
      disabledReason = "only the build says which version")
  void the_tests_run_on_the_version_that_the_build_says() {
    assertThat(LiquibaseUtil.getBuildVersion()).isEqualTo(System.getProperty("croft.liquibase"));
  }
}
