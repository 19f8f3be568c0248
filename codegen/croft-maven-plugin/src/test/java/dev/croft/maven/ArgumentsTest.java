package dev.croft.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  @Test
  void what_is_not_given_is_left_to_the_command() {
    Arguments words = new Arguments().word("migrate").option("url", null).option("tag", " ");
    assertThat(words.flag("dry-run", false).words(List.of())).containsExactly("migrate");
  }

  @Test
  void a_value_is_one_word_whatever_it_holds() {
    Arguments words =
        new Arguments().word("new").option("author", "Ann Lee; rm -rf").flag("json", true);
    assertThat(words.words(List.of("--x")))
        .containsExactly("new", "--author=Ann Lee; rm -rf", "--json", "--x");
  }

  @Test
  void each_exit_code_is_said_in_words() {
    assertThat(Exits.message("status", 3))
        .isEqualTo(
            "croft status: it found what should not be so (exit code 3). What it printed is above.");
    assertThat(Exits.message("dev", 137))
        .isEqualTo("croft dev: its process ended (exit code 137). What it printed is above.");
  }
}
