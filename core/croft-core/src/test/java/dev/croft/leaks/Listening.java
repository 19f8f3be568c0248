package dev.croft.leaks;

import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears every logger of slf4j and of java.util.logging at its lowest level. */
final class Listening {
  /** What shows values and Croft cannot silence, so that it warns of them. */
  static final List<String> WARNED_OF =
      List.of(
          "org.jooq.impl.AbstractQuery",
          "org.jooq.impl.JSONReader",
          "org.jooq.impl.XMLHandler",
          "org.postgresql.core.v3.QueryExecutorImpl",
          "org.postgresql.jdbc.BooleanTypeUtil",
          "org.postgresql.jdbc.PgConnection");

  private static final java.util.logging.Logger JDK_ROOT = java.util.logging.Logger.getLogger("");

  private final ch.qos.logback.classic.Logger root =
      (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Level level = root.getLevel();
  private final java.util.logging.Level jdkLevel = JDK_ROOT.getLevel();
  private final Ear ear;
  private final JdkEar jdkEar;

  private Listening(Findings findings) {
    this.ear = new Ear(findings);
    this.jdkEar = new JdkEar(findings);
    ear.setContext(root.getLoggerContext());
    ear.start();
    root.addAppender(ear);
    root.setLevel(Level.TRACE);
    jdkEar.setLevel(java.util.logging.Level.ALL);
    JDK_ROOT.addHandler(jdkEar);
    JDK_ROOT.setLevel(java.util.logging.Level.ALL);
  }

  /** What {@code action} throws, if it does, while everything that is logged is searched. */
  static @Nullable Throwable during(Findings findings, Scene.Action action) {
    Listening listening = new Listening(findings);
    try {
      return catchThrowable(action::run);
    } finally {
      listening.end();
    }
  }

  static String source(String logger) {
    return "logger " + logger;
  }

  private void end() {
    root.setLevel(level);
    root.detachAppender(ear);
    JDK_ROOT.setLevel(jdkLevel);
    JDK_ROOT.removeHandler(jdkEar);
  }

  private static final class Ear extends AppenderBase<ILoggingEvent> {
    private final Findings findings;

    Ear(Findings findings) {
      this.findings = findings;
    }

    @Override
    protected void append(ILoggingEvent event) {
      String source = source(event.getLoggerName());
      findings.search(source, event.getFormattedMessage());
      findings.search(source, event.getThreadName());
      findings.search(source, event.getMDCPropertyMap().toString());
      if (event.getThrowableProxy() instanceof ThrowableProxy thrown) {
        ThrowableText.search(findings, source, thrown.getThrowable());
      }
    }
  }

  private static final class JdkEar extends Handler {
    private final SimpleFormatter formatter = new SimpleFormatter();
    private final Findings findings;

    JdkEar(Findings findings) {
      this.findings = findings;
    }

    @Override
    public void publish(LogRecord entry) {
      String source = source(entry.getLoggerName());
      findings.search(source, formatter.formatMessage(entry));
      if (entry.getThrown() != null) {
        ThrowableText.search(findings, source, entry.getThrown());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
