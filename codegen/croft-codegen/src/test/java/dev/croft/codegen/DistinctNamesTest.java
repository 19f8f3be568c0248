package dev.croft.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DistinctNamesTest {

  @Test
  void a_name_that_nobody_else_wants_is_kept_short() {
    assertThat(choose(Map.of("a", List.of("tenant", "x"), "b", List.of("assignee", "y"))))
        .isEqualTo(Map.of("a", "tenant", "b", "assignee"));
  }

  @Test
  void all_who_want_the_same_name_move_on() {
    assertThat(choose(Map.of("a", List.of("user", "user_b"), "b", List.of("user", "user_c"))))
        .isEqualTo(Map.of("a", "user_b", "b", "user_c"));
  }

  @Test
  void a_name_that_is_taken_is_passed_over() {
    assertThat(DistinctNames.choose(Map.of("a", List.of("user", "user_b")), Set.of("user")))
        .isEqualTo(Map.of("a", "user_b"));
  }

  @Test
  void the_last_name_is_made_distinct_when_nothing_else_helps() {
    assertThat(DistinctNames.choose(Map.of("a", List.of("user")), Set.of("user", "user_")))
        .isEqualTo(Map.of("a", "user__"));
  }

  private static Map<String, String> choose(Map<String, List<String>> candidates) {
    return DistinctNames.choose(candidates, Set.of());
  }
}
