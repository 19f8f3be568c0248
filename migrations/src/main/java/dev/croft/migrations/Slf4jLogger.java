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

  @Override
  public void log(Level level, String message, @Nullable Throwable cause) {
    target.atLevel(lowered(level)).setCause(cause).log("{}", message);
  }

  @Override
  public void close() {}

  /** What Liquibase finds severe it also throws, and whoever catches that decides. */
  private static org.slf4j.event.Level lowered(Level level) {
    if (level.equals(Level.WARNING)) {
      return org.slf4j.event.Level.WARN;
    }
    return level.equals(Level.SEVERE) || level.equals(Level.INFO)
        ? org.slf4j.event.Level.DEBUG
        : org.slf4j.event.Level.TRACE;
  }
}
