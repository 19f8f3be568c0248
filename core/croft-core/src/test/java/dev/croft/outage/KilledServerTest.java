package dev.croft.outage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.fixture.Figures;
import dev.croft.fixture.Village;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@NullUnmarked
@Timeout(180)
class KilledServerTest {
  private static final int KILLS = 3;
  private static KillableServer server;
  private Village village;

  @BeforeAll
  static void start() throws SQLException, IOException {
    server = KillableServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void found() {
    village = Village.foundOn(server.server());
  }

  @AfterEach
  void close() {
    village.close();
  }

  @Test
  void no_acknowledged_write_is_lost_when_the_server_is_killed_and_started_again()
      throws Exception {
    village.asSuperuser("alter database %s set synchronous_commit = on", village.database().name());
    try (Load load = Load.on(village)) {
      load.during(
          () -> {
            for (int i = 0; i < KILLS; i++) {
              killAfter(50, load);
              Figures.add("outages: servers killed", 1);
            }
          });
      assertThat(load.outcomes().failures()).isGreaterThanOrEqualTo(KILLS);
      load.check();
    }
  }

  /** The control: an embedded server acknowledges commits that it has not written yet. */
  @Test
  void a_server_that_acknowledges_too_early_is_found_to_lose_writes() throws Exception {
    try (Load load = Load.on(village)) {
      load.during(() -> killAfter(50, load));
      assertThat(load.findings())
          .anySatisfy(found -> assertThat(found).contains("acknowledged for").contains("null"));
    }
  }

  private static void killAfter(int successes, Load load) throws Exception {
    load.outcomes().awaitSuccesses(successes);
    server.kill();
    server.startAgain();
  }
}
