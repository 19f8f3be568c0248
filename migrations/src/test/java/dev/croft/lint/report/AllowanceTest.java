package dev.croft.lint.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllowanceTest {

  @Test
  void it_reaches_to_the_end_of_its_line() {
    assertThat(Allowance.in("Orders. croft:allow a-rule It must.\nMore prose.\n@scope tenant"))
        .containsExactly(new Allowance("a-rule", "It must."));
  }

  @Test
  void it_ends_before_a_tag_and_before_the_next() {
    assertThat(Allowance.in("croft:allow one Because. croft:allow two @scope tenant"))
        .containsExactly(new Allowance("one", "Because."), new Allowance("two", ""));
  }

  @Test
  void a_comment_without_one_has_none() {
    assertThat(Allowance.in("Orders that croft allows.")).isEmpty();
  }
}
