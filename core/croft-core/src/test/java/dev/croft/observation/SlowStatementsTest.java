package dev.croft.observation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.croft.Croft;
import dev.croft.fixture.Village;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@NullUnmarked
class SlowStatementsTest {
  private final Logger slow = (Logger) LoggerFactory.getLogger("dev.croft.slow");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private Village village;

  @BeforeEach
  void listen() {
    village = Village.found();
    log.start();
    slow.addAppender(log);
  }

  @AfterEach
  void close() {
    slow.detachAppender(log);
    village.close();
  }

  private List<ILoggingEvent> logged(Duration threshold) {
    try (Croft croft = Croft.open(village.config().withSlowStatement(threshold))) {
      new ObservedRepository(croft.tenant(village.acmeId())).createAll("Mallory", 1);
    }
    return log.list;
  }

  @Test
  void a_slow_statement_is_a_warning_with_its_sql_and_without_its_values() {
    assertThat(logged(Duration.ofNanos(1)))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getLevel()).isEqualTo(Level.WARN);
              assertThat(event.getFormattedMessage())
                  .matches(
                      "\\d+ ms, 1 rows, tenant "
                          + village.acmeId()
                          + ", ObservedRepository\\.createAll: insert into \"auth\"\\.\"roles\" .*\\?.*")
                  .doesNotContain("Mallory");
            });
  }

  @Test
  void a_quick_statement_is_not_logged() {
    assertThat(logged(Duration.ofHours(1))).isEmpty();
  }

  @Test
  void nothing_is_slow_where_the_threshold_is_zero() {
    assertThat(logged(Duration.ZERO)).isEmpty();
  }
}
