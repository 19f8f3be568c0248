package dev.croft.session;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.croft.fixture.Village;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whoever reads the log learns what ran unfenced, and why; not with which values. */
@NullUnmarked
class UncheckedLogTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger("dev.croft.unchecked");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
    logger.setLevel(Level.INFO);
  }

  @AfterEach
  void stopListening() {
    logger.setLevel(null);
    logger.detachAppender(log);
  }

  @Test
  void the_reason_and_the_statement_are_logged_without_values() {
    try (Village village = Village.found()) {
      village
          .acme()
          .unchecked("names that sound alike")
          .fetch("select name from auth.roles where name = ? or name = 'canary'", "canary");
    }
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "names that sound alike: select name from auth.roles where name = ? or name = '…'");
  }
}
