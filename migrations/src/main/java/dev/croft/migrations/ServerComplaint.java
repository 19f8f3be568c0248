package dev.croft.migrations;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What PostgreSQL, or whoever else failed, says is wrong. */
record ServerComplaint(String text, String sqlState, String advice, Throwable failure) {
  private static final String CORRECT =
      "Correct the changeset and apply it again; those before it stay applied.";
  private static final String QUALIFY =
      "The search path is empty: write the schema before every name.";

  private static final String LET_GO =
      "Another session uses the table: find it with pg_blocking_pids, or apply again later.";

  static ServerComplaint in(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof PSQLException e) {
        ServerErrorMessage message = e.getServerErrorMessage();
        return message == null ? plain(e) : told(message, e);
      }
      if (each instanceof SQLException e) {
        return plain(e);
      }
    }
    return new ServerComplaint(String.valueOf(failure.getMessage()).strip(), "", CORRECT, failure);
  }

  /** Whether the database, or the way to it, is at fault and not the changelog's form. */
  boolean isOfDatabase() {
    return !sqlState.isEmpty();
  }

  private static ServerComplaint plain(SQLException e) {
    String message = withoutFullStop(String.valueOf(e.getMessage()));
    return new ServerComplaint(message, state(e.getSQLState()), CORRECT, e);
  }

  private static ServerComplaint told(ServerErrorMessage message, SQLException failure) {
    String state = state(message.getSQLState());
    boolean speaks = !showsRows(state);
    StringBuilder text = new StringBuilder("%s (SQLSTATE %s)".formatted(primary(message), state));
    append(text, "detail", speaks ? message.getDetail() : null);
    append(text, "hint", message.getHint());
    append(text, "where", speaks ? message.getWhere() : null);
    return new ServerComplaint(text.toString(), state, advice(state), failure);
  }

  /** A data exception quotes its value: what has a position stands in the changeset itself. */
  private static String primary(ServerErrorMessage message) {
    boolean ofRow = state(message.getSQLState()).startsWith("22") && message.getPosition() == 0;
    return ofRow
        ? "a data exception whose message is withheld because it may hold a value of a row"
        : withoutFullStop(String.valueOf(message.getMessage()));
  }

  /** Data exceptions and broken constraints are explained with the values of a row. */
  private static boolean showsRows(String state) {
    return state.startsWith("22") || state.startsWith("23");
  }

  /** A copy of the database's failure that says what this says; any other failure as it is. */
  Throwable cause() {
    if (!isOfDatabase()) {
      return failure;
    }
    SQLException copy = new SQLException(text, sqlState);
    copy.setStackTrace(failure.getStackTrace());
    return copy;
  }

  private static String advice(String state) {
    return switch (state) {
      case "55P03" -> LET_GO;
      case "3F000", "42P01", "42704", "42883" -> QUALIFY + " " + CORRECT;
      default -> CORRECT;
    };
  }

  private static void append(StringBuilder text, String label, @Nullable String value) {
    if (value != null) {
      text.append(", ").append(label).append(": ").append(withoutFullStop(value));
    }
  }

  /** Details and hints are sentences, and become parts of one. */
  private static String withoutFullStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private static String state(@Nullable String state) {
    return state == null ? "" : state;
  }
}
