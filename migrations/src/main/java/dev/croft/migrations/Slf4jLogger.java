package dev.croft.migrations;

import java.util.logging.Level;
import liquibase.logging.core.AbstractLogger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Sends what one class of Liquibase logs to slf4j, some levels lower. */
final class Slf4jLogger extends AbstractLogger {
  private final org.slf4j.Logger target;

  Slf4jLogger(Class<?> type) {
    target = LoggerFactory.getLogger(type);
  }

  /**
   * What Liquibase finds severe it also throws, and whoever catches that decides; the exceptions
   * hold what PostgreSQL says of the values of rows.
   */
  @Override
  public void log(Level level, String message, @Nullable Throwable cause) {
    if (!level.equals(Level.SEVERE)) {
      target.atLevel(lowered(level)).log("{}", message);
    }
  }

  @Override
  public void close() {}

  private static org.slf4j.event.Level lowered(Level level) {
    if (level.equals(Level.WARNING)) {
      return org.slf4j.event.Level.WARN;
    }
    return level.equals(Level.INFO) ? org.slf4j.event.Level.DEBUG : org.slf4j.event.Level.TRACE;
  }
}
