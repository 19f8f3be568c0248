package com.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.exception.NotFoundException;
import dev.croft.exception.StaleVersionException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final Attempts attempts =
      new Attempts(new Transcript(new PrintStream(told, true, StandardCharsets.UTF_8)));

  @Test
  void an_attempt_that_nobody_refuses_is_counted_and_told() {
    attempts.refused("Globex walks in", NotFoundException.class, () -> {});
    assertThat(attempts.succeeded()).isOne();
    assertThat(told()).contains("THE FENCE DID NOT HOLD. It was not refused.");
  }

  @Test
  void a_refusal_of_another_type_counts_as_success_of_the_attempt() {
    attempts.refused(
        "Globex walks in",
        NotFoundException.class,
        () -> {
          throw new StaleVersionException("todo", "1", 1);
        });
    assertThat(attempts.succeeded()).isOne();
    assertThat(told()).contains("NotFoundException was expected instead.");
  }

  @Test
  void a_row_too_many_counts_as_success_of_the_attempt() {
    attempts.sees("Globex looks", List.of(), () -> List.of("Mend the fence"));
    assertThat(attempts.succeeded()).isOne();
    assertThat(told()).contains("THE FENCE DID NOT HOLD. It should have been: []");
  }

  @Test
  void an_attempt_that_fails_as_it_must_is_counted_as_made_alone() {
    attempts.refused(
        "Globex looks",
        NotFoundException.class,
        () -> {
          throw new NotFoundException("todo", "1");
        });
    assertThat(attempts.made()).isOne();
    assertThat(attempts.succeeded()).isZero();
  }

  private String told() {
    return told.toString(StandardCharsets.UTF_8);
  }
}
