package dev.croft.isolation;

import dev.croft.exception.StatementRefusedException;
import org.jooq.DDLQuery;
import org.jooq.Query;
import org.jooq.Select;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/** The kinds of statement that a tenant session executes; every other is refused. */
final class StatementKinds {
  private StatementKinds() {}

  static void check(@Nullable Query query) {
    if (!isFenced(query)) {
      throw refused(kind(query), "a SELECT, INSERT, UPDATE or DELETE of jOOQ's typed API");
    }
  }

  private static String kind(@Nullable Query query) {
    if (query == null) {
      return "A routine, or text run as a statement,";
    }
    if (query instanceof DDLQuery) {
      return "DDL";
    }
    if (query instanceof QOM.Merge) {
      return "MERGE";
    }
    return query.getClass().getSimpleName().startsWith("SQL") ? "Plain SQL" : "This statement";
  }

  private static boolean isFenced(@Nullable Query query) {
    return query instanceof Select
        || query instanceof QOM.Insert
        || query instanceof QOM.InsertReturning
        || query instanceof QOM.Update
        || query instanceof QOM.UpdateReturning
        || query instanceof QOM.Delete
        || query instanceof QOM.DeleteReturning;
  }

  static StatementRefusedException refused(String kind, String alternative) {
    return new StatementRefusedException(
        "%s is refused in a tenant session".formatted(kind),
        "the fence cannot see whose rows it touches",
        "Use %s.".formatted(alternative));
  }
}
