package dev.croft.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.fork.ForkedJvm;
import org.junit.jupiter.api.Test;

class ParserMissingTest {
  private static final String MARK = "refused: ";

  /** Lints without the parser. */
  static final class Linting {
    private Linting() {}

    public static void main(String[] arguments) {
      try {
        Lint.of("croft/changelog.xml").files();
      } catch (ParserMissingException e) {
        System.out.println(MARK + e.getMessage());
      }
    }
  }

  @Test
  void without_the_parser_it_is_said_what_is_missing() {
    try (ForkedJvm jvm =
        ForkedJvm.without(entry -> entry.contains("pgcodekeeper"), Linting.class)) {
      assertThat(jvm.await(MARK))
          .isEqualTo(
              "The changelog was not checked: org.pgcodekeeper:pgcodekeeper-core or"
                  + " org.antlr:antlr4-runtime is not on the class path. Add both; croft-migrations"
                  + " does without where nothing is checked.");
    }
  }
}
