package dev.croft.outage;

import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.access.RoleRepository;
import dev.croft.exception.ConnectionLostException;
import dev.croft.exception.ConnectionUnavailableException;
import dev.croft.exception.OutcomeUnknownException;
import dev.croft.fixture.Figures;
import dev.croft.fixture.UnsteadyProxy;
import dev.croft.fixture.Village;
import java.io.IOException;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections give up after a second of silence, and the network is silent for longer. */
@NullUnmarked
@Timeout(120)
class UnsteadyNetworkTest {
  private static final int CUTS = 30;
  private static final int STALLS = 2;
  private static final long SEED = Long.getLong("croft.outage.seed", System.nanoTime());

  private Village village;
  private UnsteadyProxy proxy;
  private Load load;

  @BeforeEach
  void connectThroughTheProxy() throws IOException {
    village = Village.found();
    proxy = UnsteadyProxy.before(village.address().host(), village.address().port());
    load = Load.through(proxy.port(), village, Duration.ofSeconds(1));
  }

  @AfterEach
  void close() throws IOException {
    proxy.close();
    load.close();
    village.close();
  }

  @Test
  void no_acknowledged_write_is_lost_where_all_connections_are_cut() throws Exception {
    Random random = new Random(SEED);
    load.during(
        () -> {
          for (int i = 0; i < CUTS; i++) {
            load.outcomes().awaitSuccesses(1 + random.nextInt(10));
            proxy.cut();
            Figures.add("outages: times all connections were cut", 1);
          }
        });
    assertThat(load.outcomes().failures()).as("seed %d", SEED).isGreaterThanOrEqualTo(CUTS);
    load.check();
  }

  @Test
  void all_work_on_a_silent_network_fails_and_succeeds_once_it_speaks_again() throws Exception {
    load.during(
        () -> {
          for (int i = 0; i < STALLS; i++) {
            proxy.stall();
            load.outcomes().awaitFailures(Load.WORKERS);
            proxy.resume();
            load.outcomes().awaitSuccesses(Load.WORKERS);
            Figures.add("outages: networks stalled", 1);
          }
        });
    load.check();
  }

  @Test
  void a_slow_network_fails_nothing() throws Exception {
    try (Load patient = Load.through(proxy.port(), village, Duration.ofMinutes(2))) {
      proxy.delay(Duration.ofMillis(20));
      patient.during(() -> Figures.add("outages: networks delayed", 1));
      assertThat(patient.outcomes().failures()).isZero();
      patient.check();
    }
  }

  @Test
  void silence_is_told_as_what_it_leaves_of_a_transaction() {
    assertThatThrownBy(
            () ->
                load.acme()
                    .transaction(
                        tx -> {
                          RoleRepository.in(tx).create("cook");
                          proxy.stall();
                          tx.dsl().fetchCount(ROLES);
                        }))
        .isInstanceOf(ConnectionLostException.class);
  }

  @Test
  void silence_at_a_commit_leaves_the_outcome_unknown() {
    assertThatThrownBy(
            () ->
                load.acme()
                    .transaction(
                        tx -> {
                          RoleRepository.in(tx).create("cook");
                          proxy.stall();
                        }))
        .isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void a_silent_network_gives_no_connection() {
    proxy.cut();
    proxy.stall();
    List<Connection> taken = new ArrayList<>();
    assertThatThrownBy(() -> takeAll(taken)).isInstanceOf(ConnectionUnavailableException.class);
    taken.forEach(load.pool()::evict);
  }

  /** Connections that were used a moment ago are given without a look, and are lost. */
  private void takeAll(List<Connection> taken) {
    while (taken.size() <= load.pool().maximumSize()) {
      taken.add(load.pool().take());
    }
  }
}
