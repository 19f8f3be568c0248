package dev.croft.authentication;

import static dev.croft.schema.auth.Tables.VERIFICATIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.exception.CheckException;
import dev.croft.fixture.Crowd;
import dev.croft.fixture.Village;
import dev.croft.session.SystemSession;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import org.jooq.Condition;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A secret that was sent to somebody is good once. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerificationRepositoryTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String RESET = "reset_password:ann@example.com";

  private Village village;
  private SystemSession system;
  private VerificationRepository verifications;

  @BeforeAll
  void found() {
    village = Village.found();
    system = village.croft().system("verify addresses").writing();
    verifications = VerificationRepository.in(system);
  }

  @AfterAll
  void close() {
    village.close();
  }

  private void endAll() {
    village.asSuperuser(
        "update auth.verifications set created_at = now() - interval '2 hours',"
            + " expires_at = now() - interval '1 second'");
  }

  @Test
  void a_secret_is_good_once_and_for_its_identifier_alone() {
    VerificationToken token = verifications.issue(RESET, HOUR);
    assertThat(verifications.consume("reset_password:bob@example.com", token)).isFalse();
    assertThat(verifications.consume(RESET, new VerificationToken("guess"))).isFalse();
    assertThat(verifications.consume(RESET, token)).isTrue();
    assertThat(verifications.consume(RESET, token)).isFalse();
    assertThat(token.toString()).doesNotContain(token.value());
  }

  @Test
  void of_many_callers_with_one_secret_one_is_told_that_it_is_good() {
    for (int round = 0; round < 5; round++) {
      VerificationToken token = verifications.issue(RESET, HOUR);
      List<Future<Boolean>> callers = Crowd.of(16, () -> verifications.consume(RESET, token));
      assertThat(Crowd.failures(callers)).isEmpty();
      assertThat(Crowd.results(callers)).hasSize(16).containsOnlyOnce(true);
    }
  }

  @Test
  void looking_first_and_taking_then_would_tell_more_than_one_that_it_is_good() {
    verifications.issue("control", HOUR);
    Condition control = VERIFICATIONS.IDENTIFIER.eq("control");
    CyclicBarrier looked = new CyclicBarrier(4);
    List<Future<Boolean>> callers =
        Crowd.of(
            4,
            () -> {
              boolean isGood = system.dsl().fetchExists(VERIFICATIONS, control);
              looked.await();
              system.dsl().deleteFrom(VERIFICATIONS).where(control).execute();
              return isGood;
            });
    assertThat(Crowd.results(callers)).containsExactly(true, true, true, true);
  }

  @Test
  void what_is_over_is_good_for_nobody_and_is_deleted_in_batches() {
    VerificationToken token = verifications.issue(RESET, HOUR);
    for (int i = 0; i < 5; i++) {
      verifications.issue("verify:%d".formatted(i), HOUR);
    }
    endAll();
    assertThat(verifications.consume(RESET, token)).isFalse();
    VerificationToken good = verifications.issue(RESET, HOUR);
    assertThat(verifications.deleteExpired(4)).isGreaterThanOrEqualTo(6);
    assertThat(verifications.deleteExpired(4)).isZero();
    assertThat(verifications.consume(RESET, good)).isTrue();
  }

  @Test
  void a_transaction_that_is_rolled_back_takes_no_secret() {
    VerificationToken token = verifications.issue(RESET, HOUR);
    assertThatThrownBy(
            () ->
                system.transaction(
                    tx -> {
                      assertThat(VerificationRepository.in(tx).consume(RESET, token)).isTrue();
                      throw new IllegalStateException("changed my mind");
                    }))
        .hasMessage("changed my mind");
    assertThat(verifications.consume(RESET, token)).isTrue();
  }

  @Test
  void several_are_good_at_once_until_they_are_taken_back() {
    VerificationToken first = verifications.issue("sign_in:1", HOUR);
    VerificationToken second = verifications.issue("sign_in:1", HOUR);
    VerificationToken other = verifications.issue("sign_in:2", HOUR);
    assertThat(verifications.consume("sign_in:1", first)).isTrue();
    assertThat(verifications.withdraw("sign_in:1")).isEqualTo(1);
    assertThat(verifications.consume("sign_in:1", second)).isFalse();
    assertThat(verifications.consume("sign_in:2", other)).isTrue();
  }

  @Test
  void a_secret_for_nothing_or_for_no_time_is_refused() {
    assertThatThrownBy(() -> verifications.issue("", HOUR)).isInstanceOf(CheckException.class);
    for (Duration validity : List.of(Duration.ZERO, Duration.ofSeconds(-1))) {
      assertThatThrownBy(() -> verifications.issue(RESET, validity))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "What is good for no time lets nobody in: give a validity of more than nothing.");
    }
  }
}
