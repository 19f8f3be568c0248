package dev.croft.isolation;

import dev.croft.exception.StatementRefusedException;
import dev.croft.exception.TenantViolationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Constraint;
import org.jooq.Field;
import org.jooq.FieldOrRow;
import org.jooq.FieldOrRowOrSelect;
import org.jooq.Param;
import org.jooq.QueryPart;
import org.jooq.Row;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/** Sees to it that an INSERT meets only rows of its own tenant, and leaves them there. */
final class UpsertFence {
  private final StatementState state;

  UpsertFence(StatementState state) {
    this.state = state;
  }

  /** Without a target {@code onDuplicateKeyUpdate()} means the primary key. */
  QOM.Insert<?> fence(QOM.Insert<?> insert) {
    state.scope().writes(insert.$into(), false);
    if (!insert.$onDuplicateKeyUpdate()) {
      checkTarget(insert, insert.$onConflict());
      return insert;
    }
    List<? extends Field<?>> target = target(insert);
    checkTarget(insert, target);
    Map<FieldOrRow, FieldOrRowOrSelect> changes = changes(insert, target);
    Writes.checkAssignments(insert.$into(), changes.keySet());
    if (changes.isEmpty()) {
      throw new StatementRefusedException(
          "An upsert of %s changes nothing".formatted(Tables.name(insert.$into())),
          "all that it assigns is the key by which the rows met",
          "Use onConflict(…).doNothing().");
    }
    boolean asGiven = changes.size() == insert.$updateSet().size();
    QOM.Insert<?> targeted = (QOM.Insert<?>) insert.$onConflict(target);
    return asGiven ? targeted : (QOM.Insert<?>) targeted.$updateSet(changes);
  }

  private static List<? extends Field<?>> target(QOM.Insert<?> insert) {
    if (!insert.$onConflict().isEmpty()) {
      return insert.$onConflict();
    }
    UniqueKey<?> key = Writes.target(insert.$into()).getPrimaryKey();
    return key == null ? List.of() : key.getFields();
  }

  private static void checkTarget(QOM.Insert<?> insert, List<? extends Field<?>> target) {
    Field<?> tenantColumn = Writes.check(insert.$into()).tenantColumn();
    if (!target.isEmpty() && !holds(target, tenantColumn)) {
      throw new TenantViolationException(
          Tables.name(insert.$into()),
          "the conflict target does not hold the tenant column",
          "Add %s to onConflict.".formatted(tenantColumn.getName()));
    }
  }

  /** Assigning the key by which two rows met, as it is in both, changes nothing: it is left out. */
  private Map<FieldOrRow, FieldOrRowOrSelect> changes(
      QOM.Insert<?> insert, List<? extends Field<?>> target) {
    Map<FieldOrRow, FieldOrRowOrSelect> changes = new LinkedHashMap<>(insert.$updateSet());
    changes
        .entrySet()
        .removeIf(
            assignment ->
                assignment.getKey() instanceof Field<?> column
                    && holds(target, column)
                    && isSame(insert, column, assignment.getValue()));
    state.scope().writes(insert.$into(), changes.size() < insert.$updateSet().size());
    return changes;
  }

  /** In a batch the caller binds values by position, so that none may be left out. */
  private boolean isSame(QOM.Insert<?> insert, Field<?> column, QueryPart assigned) {
    if (assigned instanceof QOM.Excluded<?> excluded) {
      return isNamed(excluded.$field(), column);
    }
    return assigned instanceof Param<?> param
        && !state.isBatch()
        && insert.$values().size() == 1
        && Objects.equals(param.getValue(), inserted(insert, column));
  }

  private @Nullable Object inserted(QOM.Insert<?> insert, Field<?> column) {
    Row row = insert.$values().getFirst();
    List<? extends Field<?>> columns = insert.$columns();
    for (int i = 0; i < columns.size(); i++) {
      if (isNamed(columns.get(i), column)) {
        return row.field(i) instanceof Param<?> param ? param.getValue() : this;
      }
    }
    return this;
  }

  /**
   * A constraint is the conflict target only if it is a key of the table, with the tenant in it.
   */
  void check(Constraint constraint) {
    Table<?> table = state.scope().written();
    if (table == null || state.scope().keyAssignmentsLeftOut()) {
      throw refused(constraint, "its columns are not in the statement");
    }
    UniqueKey<?> key =
        Writes.target(table).getKeys().stream()
            .filter(k -> k.getName().equalsIgnoreCase(constraint.getName()))
            .findAny()
            .orElseThrow(() -> refused(constraint, "it is no key of the generated table class"));
    if (!holds(key.getFields(), Writes.check(table).tenantColumn())) {
      throw new TenantViolationException(
          Tables.name(table),
          "the conflict target does not hold the tenant column",
          "Name a constraint that does, or its columns in onConflict.");
    }
  }

  private static StatementRefusedException refused(Constraint constraint, String facts) {
    return new StatementRefusedException(
        "Constraint %s is refused as a conflict target".formatted(constraint.getName()),
        facts,
        "Name the columns, the tenant's among them, in onConflict.");
  }

  private static boolean holds(List<? extends Field<?>> columns, Field<?> column) {
    return columns.stream().anyMatch(held -> isNamed(held, column));
  }

  private static boolean isNamed(Field<?> one, Field<?> other) {
    return one.getName().equalsIgnoreCase(other.getName());
  }
}
