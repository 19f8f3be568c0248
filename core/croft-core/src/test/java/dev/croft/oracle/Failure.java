package dev.croft.oracle;

import dev.croft.exception.ConstraintException;
import dev.croft.exception.DatabaseException;
import dev.croft.exception.ExceptionTranslator;
import dev.croft.exception.NotNullException;
import dev.croft.exception.StatementException;
import dev.croft.exception.TenantViolationException;
import java.sql.SQLException;
import org.jooq.exception.DataAccessException;

/** Names failures, so that those that mean the same to a caller have the same name. */
final class Failure {
  static final String OF_TENANT = "the row is not the tenant's";

  private Failure() {}

  static String of(RuntimeException exception) {
    if (exception instanceof DatabaseException ours) {
      return name(ours);
    }
    return exception instanceof DataAccessException
            && exception.getCause() instanceof SQLException cause
        ? name(ExceptionTranslator.translate(cause))
        : exception.getClass().getSimpleName();
  }

  private static String name(DatabaseException exception) {
    boolean ofTenant =
        exception instanceof TenantViolationException
            || (exception instanceof NotNullException missing
                && missing.constraint().equals("tenant_id"));
    if (ofTenant) {
      return OF_TENANT;
    }
    String name = exception.getClass().getSimpleName();
    if (exception instanceof ConstraintException constraint) {
      return "%s %s".formatted(name, constraint.constraint());
    }
    return exception instanceof StatementException other
        ? "%s %s %s".formatted(name, other.sqlState(), other.getMessage())
        : name;
  }
}
