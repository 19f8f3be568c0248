package com.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The code of the guides, compared with sources that run. */
class GuideTest {
  static Stream<Readme.Block> code() {
    return Stream.of("core/docs/testing.md").flatMap(page -> Readme.blocks(page).stream());
  }

  @ParameterizedTest
  @MethodSource("code")
  void each_block_is_a_copy_of_sources_that_run(Readme.Block block) {
    assertThat(block.source()).as("the comment above %s", block.lines()).hasSize(2);
    assertThat(block.lines())
        .isEqualTo(Readme.region(block.source().get(0), block.source().get(1)));
  }
}
