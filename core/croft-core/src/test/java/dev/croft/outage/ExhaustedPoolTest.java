package dev.croft.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.connection.PoolSettings;
import dev.croft.exception.ConnectionUnavailableException;
import dev.croft.fixture.Figures;
import dev.croft.fixture.Village;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@NullUnmarked
@Timeout(120)
class ExhaustedPoolTest {
  private static final PoolSettings WATCHED =
      PoolSettings.defaults()
          .connectionTimeout(Duration.ofSeconds(1))
          .leakDetection(Duration.ofMinutes(1));

  @Test
  void all_work_fails_without_a_trace_while_others_hold_the_connections() throws Exception {
    try (Village village = Village.found();
        Load load = Load.on(village, WATCHED)) {
      List<Connection> held = takeAll(load);
      load.atOnce(Load.WORKERS, () -> Figures.add("outages: pools exhausted", 1));
      assertThat(load.outcomes().failures()).isEqualTo(Load.WORKERS);
      assertThatThrownBy(load.pool()::take)
          .isInstanceOfSatisfying(
              ConnectionUnavailableException.class,
              e ->
                  assertThat(e.holders())
                      .hasSize(held.size())
                      .allMatch(holder -> holder.contains(Thread.currentThread().getName())));
      held.forEach(load.pool()::giveBack);
      load.during(() -> {});
      load.check();
    }
  }

  private static List<Connection> takeAll(Load load) {
    List<Connection> taken = new ArrayList<>();
    while (taken.size() < load.pool().maximumSize()) {
      taken.add(load.pool().take());
    }
    return taken;
  }
}
