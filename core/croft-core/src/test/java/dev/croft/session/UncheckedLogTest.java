package dev.croft.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.fixture.Village;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Whoever reads the log learns what ran unfenced, and why; not with which values. */
@NullUnmarked
class UncheckedLogTest {
  private final PrintStream standardError = System.err;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  @BeforeEach
  void listen() throws ReflectiveOperationException {
    level(Level.INFO);
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stopListening() throws ReflectiveOperationException {
    System.setErr(standardError);
    level(Level.WARN);
  }

  /** The logger of the tests has no other way to change its level while it runs. */
  private static void level(Level level) throws ReflectiveOperationException {
    Logger logger = LoggerFactory.getLogger("dev.croft.unchecked");
    Field current = logger.getClass().getDeclaredField("currentLogLevel");
    current.setAccessible(true);
    current.setInt(logger, level.toInt());
  }

  @Test
  void the_reason_and_the_statement_are_logged_without_values() {
    try (Village village = Village.found()) {
      village
          .acme()
          .unchecked("names that sound alike")
          .fetch("select name from auth.roles where name = ?", "canary");
    }
    assertThat(log.toString(StandardCharsets.UTF_8))
        .contains(
            "INFO dev.croft.unchecked - names that sound alike: "
                + "select name from auth.roles where name = ?")
        .doesNotContain("canary");
  }
}
