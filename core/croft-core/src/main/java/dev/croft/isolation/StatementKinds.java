package dev.croft.isolation;

import dev.croft.exception.StatementRefusedException;
import org.jooq.DDLQuery;
import org.jooq.Query;
import org.jooq.Select;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/** The kinds of statement that a tenant session executes; every other is refused. */
final class StatementKinds {
  private static final String TYPED = "a SELECT, INSERT, UPDATE or DELETE of jOOQ's typed API";
  private static final String TRANSACTION = "the session's transaction(…)";

  private StatementKinds() {}

  /**
   * Refuses {@code query} unless the fence understands its kind.
   *
   * @param allowsPlainSql whether plain SQL is let through, because it was reviewed
   */
  static void check(@Nullable Query query, boolean allowsPlainSql) {
    if (!isFenced(query) && !(allowsPlainSql && isPlainSql(query))) {
      throw refusal(query);
    }
  }

  private static StatementRefusedException refusal(@Nullable Query query) {
    return switch (query) {
      case null -> refused("A routine, or text run as a statement,", TYPED);
      case QOM.Merge<?> merge -> merge();
      case QOM.Truncate<?> truncate -> refused("TRUNCATE", "DELETE");
      case QOM.SetCommand set -> refused("SET", "the options of " + TRANSACTION);
      case QOM.StartTransaction start -> refused("START TRANSACTION", TRANSACTION);
      case QOM.Commit commit -> refused("COMMIT", TRANSACTION);
      case QOM.Rollback rollback -> refused("ROLLBACK", TRANSACTION);
      case QOM.Savepoint savepoint -> refused("SAVEPOINT", TRANSACTION + ", nested");
      case QOM.ReleaseSavepoint release -> refused("RELEASE SAVEPOINT", TRANSACTION + ", nested");
      case DDLQuery ddl -> refused("DDL", "a changelog, which the migrations apply");
      default -> isPlainSql(query) ? plainSql() : refused("This statement", TYPED);
    };
  }

  private static boolean isFenced(@Nullable Query query) {
    return query instanceof Select
        || query instanceof QOM.Insert
        || query instanceof QOM.InsertReturning
        || query instanceof QOM.Update
        || query instanceof QOM.UpdateReturning
        || query instanceof QOM.Delete
        || query instanceof QOM.DeleteReturning
        || isCount(query);
  }

  /** jOOQ counts the rows of a SELECT by a class of its own, which renders that SELECT. */
  private static boolean isCount(@Nullable Query query) {
    return query != null && query.getClass().getName().equals("org.jooq.impl.FetchCount");
  }

  /** Whether {@code query}, if nothing of it is plain SQL, writes nothing. */
  static boolean isRead(@Nullable Query query) {
    return query instanceof Select<?> select ? readsAll(select.$with()) : isCount(query);
  }

  private static boolean readsAll(QOM.@Nullable With with) {
    return with == null
        || with.$commonTableExpressions().stream()
            .allMatch(table -> table.$query() instanceof Select);
  }

  /** The classes that jOOQ makes of text have no public type of their own. */
  private static boolean isPlainSql(@Nullable Query query) {
    return query != null && query.getClass().getName().startsWith("org.jooq.impl.SQL");
  }

  static StatementRefusedException merge() {
    return refused("MERGE", "INSERT … ON CONFLICT, that is onConflict(…)");
  }

  /** For text of the caller's own, in whatever part of a statement. */
  static StatementRefusedException plainSql() {
    return refused(
        "Plain SQL",
        "jOOQ's typed API; for SQL that was reviewed, the session's unchecked(reason)");
  }

  static StatementRefusedException refused(String kind, String alternative) {
    return new StatementRefusedException(
        "%s is refused in a tenant session".formatted(kind),
        "the fence cannot see whose rows it touches",
        "Use %s.".formatted(alternative));
  }
}
