package dev.croft.isolation;

import dev.croft.exception.StatementRefusedException;
import dev.croft.exception.TenantViolationException;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.FieldOrRow;
import org.jooq.Row;
import org.jooq.Table;
import org.jooq.impl.QOM;

/** What a tenant session may write: tables of tenant scope, and there not the tenant column. */
final class Writes {
  private Writes() {}

  /** Refuses to write {@code table} unless it is of tenant scope; returns its scope. */
  static TableScope.TenantRows check(Table<?> table) {
    Table<?> target = target(table);
    if (Tables.isGenerated(target)
        && target instanceof ScopedTable scoped
        && scoped.scope() instanceof TableScope.TenantRows rows) {
      return rows;
    }
    throw new StatementRefusedException(
        "Table %s cannot be written by a tenant session".formatted(Tables.name(table)),
        "its rows do not belong to one tenant",
        "Write it through croft.system(reason).");
  }

  /** The table itself, where {@code table} is an alias of it. */
  static Table<?> target(Table<?> table) {
    return table instanceof QOM.TableAlias<?> alias ? alias.$table() : table;
  }

  /** Refuses to assign the tenant column, whatever the value. */
  static void checkAssignments(Table<?> table, Iterable<? extends FieldOrRow> assigned) {
    String tenantColumn = check(table).tenantColumn().getName();
    for (FieldOrRow target : assigned) {
      if (assigns(target, tenantColumn)) {
        throw new TenantViolationException(
            Tables.name(table),
            "%s is never assigned by an UPDATE".formatted(tenantColumn),
            "Leave the column out of SET; a row stays with its tenant.");
      }
    }
  }

  private static boolean assigns(FieldOrRow target, String column) {
    if (target instanceof Field<?> field) {
      return field.getName().equalsIgnoreCase(column);
    }
    return !(target instanceof Row row)
        || Stream.of(row.fields()).anyMatch(field -> assigns(field, column));
  }
}
