package dev.croft.exception;

import static java.util.Objects.requireNonNullElse;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** An error of the driver or the server, with everything left out that could hold a value. */
record ServerError(SQLException exception, @Nullable ServerErrorMessage server) {

  /** Classes of SQLSTATE whose primary message names objects and states, never values. */
  private static final Set<String> SPEAKING_CLASSES =
      Set.of("08", "0A", "25", "28", "40", "42", "53", "54", "55", "57", "58");

  /** What is not there may have been named by a value, as in a cast to regclass. */
  private static final Set<String> NAMED =
      Set.of("42601", "42602", "42703", "42704", "42725", "42883", "42P01");

  static ServerError of(SQLException exception) {
    SQLException relevant = exception;
    while (!(relevant instanceof PSQLException) && next(relevant) instanceof SQLException next) {
      relevant = next;
    }
    return new ServerError(
        relevant, relevant instanceof PSQLException p ? p.getServerErrorMessage() : null);
  }

  /** A batch chains the driver's exception, and a pool has it as the cause. */
  private static @Nullable Throwable next(SQLException exception) {
    SQLException chained = exception.getNextException();
    return chained == null ? exception.getCause() : chained;
  }

  String sqlState() {
    return requireNonNullElse(exception.getSQLState(), "unknown");
  }

  boolean isOfClass(String stateClass) {
    return sqlState().startsWith(stateClass);
  }

  String constraint() {
    if (server == null) {
      return "unknown";
    }
    String column = requireNonNullElse(server.getColumn(), "unknown");
    return requireNonNullElse(server.getConstraint(), column);
  }

  String table() {
    return server == null || server.getTable() == null
        ? "a table of tenant scope"
        : "%s.%s".formatted(server.getSchema(), server.getTable());
  }

  String location() {
    return "%s of %s".formatted(constraint(), table());
  }

  /** Told by the server's own function name, because messages are translated. */
  boolean isRowSecurityCheck() {
    return server != null && "ExecWithCheckOptions".equals(server.getRoutine());
  }

  /** The server's message, or of the driver's own messages those that cannot quote a server's. */
  String primaryMessage() {
    if (server != null && namesNoValue(server)) {
      return requireNonNullElse(server.getMessage(), "no message");
    }
    return server == null && isOfClass("08")
        ? requireNonNullElse(exception.getMessage(), "no message")
        : "PostgreSQL's message is withheld because it may hold a value";
  }

  /** What stands in the text of the statement has a position there, what a value holds has none. */
  private boolean namesNoValue(ServerErrorMessage message) {
    if (NAMED.contains(sqlState())) {
      return message.getPosition() > 0 && !stumblesOverLiteral(message.getMessage());
    }
    return SPEAKING_CLASSES.stream().anyMatch(this::isOfClass);
  }

  /** A syntax error quotes the token that it stumbled over. */
  private boolean stumblesOverLiteral(@Nullable String message) {
    return sqlState().equals("42601")
        && message != null
        && message.chars().anyMatch(c -> c == '\'' || Character.isDigit(c));
  }

  /** Why no connection could be had: what the server or driver said, else that none came free. */
  String reason() {
    return exception instanceof PSQLException
        ? "%s (SQLSTATE %s)".formatted(primaryMessage(), sqlState())
        : "none came free in time";
  }

  /** A copy without detail, hint, statement or values, for the cause of a typed exception. */
  SQLException sanitized() {
    SQLException copy = new SQLException(primaryMessage(), sqlState());
    copy.setStackTrace(exception.getStackTrace());
    return copy;
  }
}
