package dev.croft.documentation;

import static dev.croft.documentation.Dependency.sorted;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadingTest {

  private static Heading heading(String columns, String... dependencies) {
    return new Heading(
        sorted(letters(columns)),
        Arrays.stream(dependencies).map(HeadingTest::dependency).toList());
  }

  private static Dependency dependency(String text) {
    String[] sides = text.split(">", -1);
    return Dependency.of(letters(sides[0]), letters(sides[1]));
  }

  private static List<String> letters(String text) {
    return text.chars().mapToObj(Character::toString).toList();
  }

  private static List<String> keys(Heading heading) {
    return heading.keys().stream().map(key -> String.join("", key)).sorted().toList();
  }

  @Test
  void a_closure_follows_dependencies_as_far_as_they_lead() {
    Heading heading = heading("abcde", "a>b", "bc>d", "d>e");
    assertThat(heading.closure(letters("ac"))).containsExactly("a", "b", "c", "d", "e");
    assertThat(heading.closure(letters("a"))).containsExactly("a", "b");
    assertThat(heading.implies(dependency("ac>e"))).isTrue();
    assertThat(heading.implies(dependency("c>e"))).isFalse();
  }

  @Test
  void every_candidate_key_is_found_and_no_superkey() {
    assertThat(keys(heading("abc", "a>bc", "b>a"))).containsExactly("a", "b");
    assertThat(keys(heading("abc"))).containsExactly("abc");
    assertThat(keys(heading("abcd", "ab>cd", "c>a", "d>b")))
        .containsExactly("ab", "ad", "bc", "cd");
  }

  @Test
  void a_transitive_dependency_is_beyond_the_keys() {
    assertThat(heading("abc", "a>bc", "b>c").beyondKeys()).containsExactly(dependency("b>c"));
  }

  @Test
  void a_dependency_on_part_of_a_key_is_beyond_the_keys() {
    assertThat(heading("abc", "ab>c", "b>c").beyondKeys()).containsExactly(dependency("b>c"));
  }

  @Test
  void a_dependency_of_part_of_a_key_is_beyond_the_keys_too() {
    assertThat(heading("abc", "ab>c", "c>b").beyondKeys()).containsExactly(dependency("c>b"));
  }

  @Test
  void what_keys_determine_is_not_beyond_them() {
    assertThat(heading("abc", "a>bc", "b>a", "ab>a").beyondKeys()).isEmpty();
  }
}
