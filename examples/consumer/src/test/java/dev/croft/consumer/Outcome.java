package dev.croft.consumer;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether Maven was content, and all that it and the goals printed. */
record Outcome(boolean isBuilt, String output) {

  Outcome built() {
    assertThat(isBuilt).as(output).isTrue();
    return this;
  }

  Outcome refused() {
    assertThat(isBuilt).as(output).isFalse();
    return this;
  }
}
