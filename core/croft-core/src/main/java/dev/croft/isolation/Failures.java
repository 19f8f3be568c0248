package dev.croft.isolation;

import static java.util.Objects.requireNonNull;

import dev.croft.exception.ConnectionLostException;
import dev.croft.exception.ConversionException;
import dev.croft.exception.DatabaseException;
import dev.croft.exception.ExceptionTranslator;
import dev.croft.exception.OutcomeUnknownException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.ExecuteContext;
import org.jooq.exception.NoDataFoundException;
import org.jooq.exception.TooManyRowsException;
import org.jspecify.annotations.Nullable;

/** Puts exceptions that hold no values in the place of those of the driver and of jOOQ. */
final class Failures {
  private static final Object COMMITS_BY_ITSELF = new Object();

  private Failures() {}

  /** Before the statement is sent: afterwards a lost connection tells nothing. */
  static void begin(ExecuteContext context) {
    try {
      context.data(COMMITS_BY_ITSELF, requireNonNull(context.connection()).getAutoCommit());
    } catch (SQLException e) {
      throw ExceptionTranslator.translate(e);
    }
  }

  static void translate(ExecuteContext context) {
    SQLException ofDriver = context.sqlException();
    RuntimeException failure = ofDriver == null ? context.exception() : ofConverter(ofDriver);
    if (context.resultSet() != null && failure != null) {
      context.exception(ofReading(failure));
    } else if (ofDriver != null) {
      context.exception(ofStatement(context, ofDriver(context, ofDriver)));
    }
  }

  private static DatabaseException ofDriver(ExecuteContext context, SQLException exception) {
    Connection connection = context.connection();
    return connection == null
        ? ExceptionTranslator.translate(exception)
        : ExceptionTranslator.translate(exception, connection);
  }

  /** A statement that commits by itself and writes may have done so before its answer was lost. */
  private static DatabaseException ofStatement(ExecuteContext context, DatabaseException failure) {
    boolean mayHaveWritten =
        failure instanceof ConnectionLostException
            && Boolean.TRUE.equals(context.data(COMMITS_BY_ITSELF))
            && !StatementKinds.isRead(context.query());
    return mayHaveWritten ? OutcomeUnknownException.ofStatement(failure) : failure;
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
