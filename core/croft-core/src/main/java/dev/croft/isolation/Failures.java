package dev.croft.isolation;

import dev.croft.exception.ConversionException;
import dev.croft.exception.DatabaseException;
import dev.croft.exception.ExceptionTranslator;
import java.sql.SQLException;
import org.jooq.ExecuteContext;
import org.jooq.exception.NoDataFoundException;
import org.jooq.exception.TooManyRowsException;
import org.jspecify.annotations.Nullable;

/** Puts exceptions that hold no values in the place of those of the driver and of jOOQ. */
final class Failures {
  private Failures() {}

  static void translate(ExecuteContext context) {
    SQLException ofDriver = context.sqlException();
    RuntimeException failure = ofDriver == null ? context.exception() : ofConverter(ofDriver);
    if (context.resultSet() != null && failure != null) {
      context.exception(ofReading(failure));
    } else if (ofDriver != null) {
      context.exception(ExceptionTranslator.translate(ofDriver));
    }
  }

  /** What a converter throws, jOOQ wraps as if the driver had thrown it. */
  private static @Nullable RuntimeException ofConverter(SQLException exception) {
    return exception.getCause() instanceof RuntimeException failure ? failure : null;
  }

  /** While rows are read nothing but jOOQ and its converters run, and they quote what they read. */
  private static RuntimeException ofReading(RuntimeException failure) {
    return failure instanceof DatabaseException
            || failure instanceof TooManyRowsException
            || failure instanceof NoDataFoundException
        ? failure
        : new ConversionException(failure);
  }
}
