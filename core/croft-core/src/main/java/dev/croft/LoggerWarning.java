package dev.croft;

import static org.slf4j.LoggerFactory.getLogger;

import java.util.List;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.slf4j.Logger;

/**
 * Warns of loggers of jOOQ and of the driver that show rows and bound values, and that no setting
 * of a session silences.
 */
final class LoggerWarning {
  private static final Logger LOG = getLogger(Croft.class);

  private static final String AT_DEBUG = "org.jooq.impl.AbstractQuery";
  private static final List<String> AT_TRACE =
      List.of("org.jooq.impl.JSONReader", "org.jooq.impl.XMLHandler");

  /** Of java.util.logging. */
  private static final List<String> AT_FINE =
      List.of(
          "org.postgresql.core.v3.QueryExecutorImpl",
          "org.postgresql.jdbc.BooleanTypeUtil",
          "org.postgresql.jdbc.PgConnection");

  private LoggerWarning() {}

  static void warn() {
    List<String> enabled = enabled();
    if (!enabled.isEmpty()) {
      LOG.warn(
          "Rows and bound values are written to the log: the levels of {} are so low that jOOQ or"
              + " the driver show them there. Raise them to INFO.",
          String.join(", ", enabled));
    }
  }

  private static List<String> enabled() {
    Stream<String> debug = Stream.of(AT_DEBUG).filter(name -> getLogger(name).isDebugEnabled());
    Stream<String> trace = AT_TRACE.stream().filter(name -> getLogger(name).isTraceEnabled());
    Stream<String> fine = AT_FINE.stream().filter(LoggerWarning::isFine);
    return Stream.of(debug, trace, fine).flatMap(names -> names).toList();
  }

  private static boolean isFine(String name) {
    return java.util.logging.Logger.getLogger(name).isLoggable(Level.FINE);
  }
}
