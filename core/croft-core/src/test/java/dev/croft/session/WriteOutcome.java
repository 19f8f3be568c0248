package dev.croft.session;

import dev.croft.exception.ExceptionTranslator;
import dev.croft.exception.StatementException;
import java.sql.SQLException;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * What came of a write.
 *
 * @param result the number of rows, or the name of the exception
 */
record WriteOutcome(String result, boolean changedAny, boolean changedOthers) {

  boolean isWithoutEffect() {
    return result.equals("0") || !Character.isDigit(result.charAt(0));
  }

  /** The exception that a session would throw, also for one that came out of plain jOOQ. */
  static String nameOf(Throwable thrown) {
    SQLException sql = sqlException(thrown);
    Throwable typed = sql == null ? thrown : ExceptionTranslator.translate(sql);
    return typed.getClass() == StatementException.class
        ? "SQLSTATE " + ((StatementException) typed).sqlState()
        : typed.getClass().getSimpleName().replaceAll("Exception|FailedError", "");
  }

  private static @Nullable SQLException sqlException(Throwable thrown) {
    return thrown instanceof DataAccessException e ? e.getCause(SQLException.class) : null;
  }
}
