package com.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadmeTest {
  private static final Set<String> LANGUAGES = Set.of("java", "sql", "xml");
  private static final int FIRST_LINES = 60;

  static Stream<Readme.Block> code() {
    return Readme.blocks().stream().filter(block -> LANGUAGES.contains(block.language()));
  }

  @ParameterizedTest
  @MethodSource("code")
  void each_block_of_code_is_a_copy_of_sources_that_run(Readme.Block block) {
    assertThat(block.source()).as("the comment above %s", block.lines()).hasSize(2);
    assertThat(block.lines())
        .isEqualTo(Readme.region(block.source().get(0), block.source().get(1)));
  }

  @Test
  void each_language_that_is_checked_occurs() {
    assertThat(code().map(Readme.Block::language)).contains("java", "sql", "xml");
  }

  @Test
  void the_first_sample_is_short_and_near_the_top_with_its_sql() {
    List<Readme.Block> first = code().limit(2).toList();
    assertThat(first).extracting(Readme.Block::language).containsExactly("java", "sql");
    assertThat(first.getFirst().lines()).hasSizeLessThanOrEqualTo(20);
    String top = String.join("\n", Readme.lines().subList(0, FIRST_LINES));
    assertThat(top).contains(first.getLast().lines().getLast());
  }

  @Test
  void it_is_at_most_200_lines_long() {
    assertThat(Readme.lines()).hasSizeLessThanOrEqualTo(200);
  }
}
