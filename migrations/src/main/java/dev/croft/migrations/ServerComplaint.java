package dev.croft.migrations;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What PostgreSQL, or whoever else failed, says is wrong. */
record ServerComplaint(String text, String sqlState, String advice) {
  private static final String CORRECT =
      "Correct the changeset and apply it again; those before it stay applied.";
  private static final String QUALIFY =
      "The search path is empty: write the schema before every name.";

  static ServerComplaint in(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof PSQLException e) {
        ServerErrorMessage message = e.getServerErrorMessage();
        return message == null ? plain(e) : told(message);
      }
      if (each instanceof SQLException e) {
        return plain(e);
      }
    }
    return new ServerComplaint(String.valueOf(failure.getMessage()).strip(), "", CORRECT);
  }

  /** Whether the database, or the way to it, is at fault and not the changelog's form. */
  boolean isOfDatabase() {
    return !sqlState.isEmpty();
  }

  private static ServerComplaint plain(SQLException e) {
    return new ServerComplaint(String.valueOf(e.getMessage()), state(e.getSQLState()), CORRECT);
  }

  private static ServerComplaint told(ServerErrorMessage message) {
    String state = state(message.getSQLState());
    StringBuilder text =
        new StringBuilder("%s (SQLSTATE %s)".formatted(message.getMessage(), state));
    if (!showsRows(state)) {
      append(text, "detail", message.getDetail());
    }
    append(text, "hint", message.getHint());
    append(text, "where", message.getWhere());
    return new ServerComplaint(text.toString(), state, advice(state));
  }

  /** Data exceptions and broken constraints are explained with the values of a row. */
  private static boolean showsRows(String state) {
    return state.startsWith("22") || state.startsWith("23");
  }

  private static String advice(String state) {
    return switch (state) {
      case "3F000", "42P01", "42704", "42883" -> QUALIFY + " " + CORRECT;
      default -> CORRECT;
    };
  }

  private static void append(StringBuilder text, String label, @Nullable String value) {
    if (value != null) {
      text.append(", ").append(label).append(": ").append(value);
    }
  }

  private static String state(@Nullable String state) {
    return state == null ? "" : state;
  }
}
