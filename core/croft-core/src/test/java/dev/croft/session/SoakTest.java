package dev.croft.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.fixture.Figures;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code -Dcroft.soak.seconds} makes it longer, {@code -Dcroft.soak.seed} repeats its units. */
@NullUnmarked
class SoakTest {
  private static final long SECONDS = Long.getLong("croft.soak.seconds", 60);
  private static final long SEED = Long.getLong("croft.soak.seed", System.nanoTime());

  @Test
  void nothing_leaks_and_nothing_acknowledged_is_lost_whatever_goes_wrong() throws Exception {
    System.out.printf("soak: -Dcroft.soak.seed=%d -Dcroft.soak.seconds=%d%n", SEED, SECONDS);
    int before = threads();
    try (Soak soak = new Soak(SEED, SoakMistake.NONE)) {
      soak.run(Duration.ofSeconds(SECONDS));
      List<String> findings = soak.findings();
      Figures.add("soak: writes acknowledged and found", soak.ledger().writes());
      Figures.add("soak: leaks found", findings.size());
      assertThat(findings).as("seed %d", SEED).isEmpty();
      assertThat(soak.ledger().writes()).isPositive();
      allConnectionsAreThere(soak);
    }
    assertThat(threads()).isLessThanOrEqualTo(before);
  }

  private static void allConnectionsAreThere(Soak soak) {
    List<Connection> taken = new ArrayList<>();
    for (int i = 0; i < Soak.POOL_SIZE; i++) {
      taken.add(soak.pool().take());
    }
    assertThat(taken).doesNotHaveDuplicates();
    taken.forEach(soak.pool()::giveBack);
  }

  /** Those of the units and of the pool; the driver and the JDK keep some of their own. */
  private static int threads() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().matches("pool-.*|croft-.*"))
            .count();
  }

  @ParameterizedTest
  @CsvSource({
    "SETTING_OF_THE_SESSION, held a tenant",
    "FORGOTTEN_COMMIT, acknowledged for",
    "WRONG_TENANT, written for"
  })
  void a_mistake_beside_croft_is_found(SoakMistake mistake, String finding) throws Exception {
    try (Soak soak = new Soak(SEED, mistake)) {
      soak.run(Duration.ofSeconds(2));
      assertThat(soak.findings()).anySatisfy(found -> assertThat(found).contains(finding));
    }
  }
}
