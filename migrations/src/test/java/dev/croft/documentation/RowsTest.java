package dev.croft.documentation;

import static dev.croft.documentation.Dependency.sorted;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowsTest {
  private static final Heading NOTHING = new Heading(sorted(List.of("a", "b", "c")), List.of());

  /** Rows of single letters, in which a dash is null. */
  private static Rows rows(String... rows) {
    return new Rows(List.of("a", "b", "c"), Arrays.stream(rows).map(RowsTest::row).toList());
  }

  private static List<Optional<String>> row(String letters) {
    return letters.chars().mapToObj(Character::toString).map(RowsTest::value).toList();
  }

  private static Optional<String> value(String letter) {
    return Optional.of(letter).filter(other -> !other.equals("-"));
  }

  private static Dependency dependency(String left, String right) {
    return Dependency.of(left.isEmpty() ? List.of() : List.of(left.split("")), List.of(right));
  }

  @Test
  void a_dependency_holds_unless_two_rows_agree_left_and_differ_right() {
    assertThat(rows("xpq", "xpr", "yps").hold(dependency("a", "b"))).isTrue();
    assertThat(rows("xpq", "xpr", "yps").hold(dependency("a", "c"))).isFalse();
  }

  @Test
  void a_null_on_the_left_determines_nothing_and_on_the_right_is_a_value() {
    assertThat(rows("-pq", "-pr").hold(dependency("a", "c"))).isTrue();
    assertThat(rows("xp-", "xpr").hold(dependency("a", "c"))).isFalse();
  }

  @Test
  void what_holds_is_found_with_the_fewest_columns_and_only_where_many_rows_agree() {
    List<String> letters = List.of("p", "q", "r", "s");
    String[] many =
        IntStream.range(0, 64)
            .mapToObj(n -> letters.get(n / 4 % 4) + letters.get(n % 4) + letters.get(n % 4))
            .toArray(String[]::new);
    assertThat(rows(many).beyond(NOTHING))
        .containsExactlyInAnyOrder(dependency("b", "c"), dependency("c", "b"));
    assertThat(rows("xpq", "xpq", "ypq").beyond(NOTHING)).isEmpty();
  }

  @Test
  void what_was_declared_is_not_found_again() {
    String[] same = Stream.generate(() -> "xpq").limit(64).toArray(String[]::new);
    Heading declared =
        new Heading(NOTHING.columns(), List.of(Dependency.of(List.of(), List.of("a", "b"))));
    assertThat(rows(same).beyond(declared)).containsExactly(dependency("", "c"));
  }

  @Test
  void a_cycle_of_pairs_is_a_join_only_with_the_row_that_closes_it() {
    assertThat(rows("xpq", "xrs", "yps").decompose(List.of("a", "b", "c"))).isFalse();
    assertThat(rows("xpq", "xrs", "yps", "xps").decompose(List.of("a", "b", "c"))).isTrue();
  }

  @Test
  void two_columns_are_together_only_if_both_come_and_both_go() {
    assertThat(rows("x--", "xpq").together()).containsExactly(sorted(List.of("b", "c")));
    assertThat(rows("x--", "xpq", "x-q").together()).isEmpty();
    assertThat(rows("xpq", "ypq").together()).isEmpty();
  }
}
