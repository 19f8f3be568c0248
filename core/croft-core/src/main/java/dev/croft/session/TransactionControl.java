package dev.croft.session;

import dev.croft.exception.StatementRefusedException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/** Refuses SQL that would end a system session's transaction, or begin one without a record. */
final class TransactionControl implements ExecuteListener {
  private static final long serialVersionUID = 1L;

  private static final Set<String> WORDS =
      Set.of(
          "begin",
          "start",
          "commit",
          "end",
          "rollback",
          "abort",
          "savepoint",
          "release",
          "prepare");

  @Override
  public void executeStart(ExecuteContext context) {
    for (String sql : context.batchSQL()) {
      statements(sql).forEach(TransactionControl::refuse);
    }
  }

  /** Empty where the driver cannot read the text, which it will say when it is to send it. */
  private static List<NativeQuery> statements(String sql) {
    try {
      return Parser.parseJdbcSql(sql, true, true, true, false, true);
    } catch (SQLException e) {
      return List.of();
    }
  }

  private static void refuse(NativeQuery statement) {
    String word = UncheckedText.firstWord(statement.nativeSql);
    if (WORDS.contains(word)) {
      throw new StatementRefusedException(
          "%s was refused in a system session".formatted(word.toUpperCase(Locale.ROOT)),
          "work would be committed without its record",
          "Use the session's transaction(…).");
    }
  }
}
