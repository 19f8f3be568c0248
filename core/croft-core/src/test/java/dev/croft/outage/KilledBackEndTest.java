package dev.croft.outage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.fixture.Figures;
import dev.croft.fixture.Village;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Back ends are terminated, statements cancelled and threads interrupted at random moments. */
@NullUnmarked
@Timeout(120)
class KilledBackEndTest {
  private static final int FAULTS = 40;
  private static final long SEED = Long.getLong("croft.outage.seed", System.nanoTime());

  private final Random random = new Random(SEED);
  private Village village;
  private Load load;

  @BeforeEach
  void found() {
    village = Village.found();
    load = Load.on(village);
  }

  @AfterEach
  void close() {
    load.close();
    village.close();
  }

  @Test
  void no_acknowledged_write_is_lost_where_back_ends_are_terminated() throws Exception {
    disturb("back ends terminated", () -> signal("terminate"));
    assertThat(load.outcomes().failures()).as("seed %d", SEED).isPositive();
  }

  @Test
  void no_acknowledged_write_is_lost_where_statements_are_cancelled() throws Exception {
    disturb("statements cancelled", () -> signal("cancel"));
  }

  @Test
  void no_acknowledged_write_is_lost_where_threads_are_interrupted() throws Exception {
    disturb("threads interrupted", () -> load.interruptOne(random));
    assertThat(load.outcomes().failures()).as("seed %d", SEED).isPositive();
  }

  @Test
  void thousands_of_virtual_threads_share_few_connections_that_are_terminated() throws Exception {
    int threads = 2_000;
    load.atOnce(
        threads,
        () -> {
          for (int ended = 0; ended < threads; ended += 200) {
            load.outcomes().awaitEnded(ended);
            signal("terminate");
            Figures.add("outages: back ends terminated", 1);
          }
        });
    assertThat(load.outcomes().all()).isEqualTo(threads);
    load.check();
  }

  private void disturb(String what, Load.Disturbance fault) throws Exception {
    load.during(
        () -> {
          for (int i = 0; i < FAULTS; i++) {
            load.outcomes().awaitSuccesses(1 + random.nextInt(10));
            fault.make();
            Figures.add("outages: " + what, 1);
          }
        });
    load.check();
  }

  private void signal(String what) {
    village.asSuperuser(
        "select pg_%s_backend(pid) from (select pid from pg_stat_activity where usename = '%s'"
            + " and application_name = '%s' order by random() limit 1) as victim",
        what, village.runtime().user(), Load.NAME);
  }
}
