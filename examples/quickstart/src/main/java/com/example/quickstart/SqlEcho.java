package com.example.quickstart;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** Hands on each statement that a tenant session of Croft runs, from start to close. */
final class SqlEcho extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final Logger logger = (Logger) LoggerFactory.getLogger("dev.croft.sql");
  private final Consumer<String> listener;

  private SqlEcho(Consumer<String> listener) {
    this.listener = listener;
  }

  static SqlEcho to(Consumer<String> listener) {
    SqlEcho echo = new SqlEcho(listener);
    echo.setContext(echo.logger.getLoggerContext());
    echo.logger.setLevel(Level.DEBUG);
    echo.logger.setAdditive(false);
    echo.logger.addAppender(echo);
    return echo;
  }

  @Override
  protected void append(ILoggingEvent event) {
    listener.accept(event.getFormattedMessage());
  }

  @Override
  public void close() {
    logger.detachAppender(this);
    stop();
  }
}
