package dev.croft.exception;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** Turns what the driver throws into the exception for the situation. */
public final class ExceptionTranslator {
  private static final Set<String> CONNECTION_LOST = Set.of("57P01", "57P02", "57P03");

  private static final Set<String> ABOUT_ROWS = Set.of("22", "23", "40");

  private ExceptionTranslator() {}

  /**
   * The typed exception for {@code exception}, which is not its cause: the driver's own exception
   * can hold column values.
   */
  public static DatabaseException translate(SQLException exception) {
    ServerError error = ServerError.of(exception);
    return switch (error.sqlState()) {
      case "23505" -> new DuplicateKeyException(error);
      case "23503", "23001" -> new ForeignKeyException(error);
      case "23514" ->
          error.isPartitionMissing()
              ? new PartitionMissingException(error)
              : new CheckException(error);
      case "25006" -> new ReadOnlyException(error);
      case "23502" -> new NotNullException(error);
      case "23P01" -> new ExclusionException(error);
      case "40001", "40P01" -> new SerializationFailureException(error);
      case "0A000", "26000" ->
          error.isOutdated() ? new SerializationFailureException(error) : other(error);
      case "ST001" -> new TokenRefusedException();
      case "42501" -> error.isRowSecurityCheck() ? rowRefused(error) : other(error);
      default -> isConnectionLost(error) ? new ConnectionLostException(error) : other(error);
    };
  }

  /**
   * As {@link #translate(SQLException)}, of what {@code connection} threw: a pool that has closed
   * it as lost refuses it without an SQLSTATE.
   */
  public static DatabaseException translate(SQLException exception, Connection connection) {
    boolean refusedByPool = exception.getSQLState() == null && isClosed(connection);
    return refusedByPool ? closed() : translate(exception);
  }

  /** What a connection that is closed already has to answer. */
  public static DatabaseException closed() {
    return translate(new SQLException("This connection has been closed", "08003"));
  }

  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      return false;
    }
  }

  /** Whether the connection that threw {@code exception} is gone. */
  public static boolean isConnectionLost(SQLException exception) {
    return isConnectionLost(ServerError.of(exception));
  }

  /**
   * Whether the server no longer has what it had prepared for a statement, or a table has changed
   * since. The statement had not begun to run, and runs once the driver has prepared it anew.
   */
  public static boolean isOutdated(SQLException exception) {
    return ServerError.of(exception).isOutdated();
  }

  /** Whether {@code exception} is due to values, constraints or concurrent writes alone. */
  public static boolean isAboutRows(SQLException exception) {
    ServerError error = ServerError.of(exception);
    return ABOUT_ROWS.stream().anyMatch(error::isOfClass);
  }

  private static boolean isConnectionLost(ServerError error) {
    return error.isOfClass("08") || CONNECTION_LOST.contains(error.sqlState());
  }

  private static TenantViolationException rowRefused(ServerError error) {
    return new TenantViolationException(
        error.table(),
        "row-level security refused the row",
        "Write rows of the session's own tenant only.");
  }

  private static StatementException other(ServerError error) {
    return new StatementException(
        "PostgreSQL refused a statement",
        error.primaryMessage(),
        "Look the code up in appendix A of the PostgreSQL manual, and correct the statement.",
        error.sqlState(),
        error.sanitized());
  }
}
