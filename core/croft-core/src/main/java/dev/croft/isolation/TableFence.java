package dev.croft.isolation;

import static java.util.Objects.requireNonNull;

import dev.croft.exception.StatementRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Path;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/**
 * Finds the table references of a FROM clause and gives each its predicate, once.
 *
 * <p>A predicate goes where filtering after the join means the same as filtering before it: to the
 * WHERE clause for the preserved side of a join, to the ON clause for the other. Where neither
 * exists, as on both sides of a full join, the table is replaced by a derived table.
 */
final class TableFence {
  private final StatementState state;

  TableFence(StatementState state) {
    this.state = state;
  }

  /** Fences the tables of a FROM or USING clause; adds their predicates to {@code where}. */
  List<Table<?>> fence(Iterable<? extends Table<?>> tables, List<TenantPredicate> where) {
    List<Table<?>> fenced = new ArrayList<>();
    for (Table<?> table : tables) {
      fenced.add(fence(table, where));
    }
    return fenced;
  }

  /**
   * Fences {@code table}.
   *
   * @param outer takes the predicates that may be applied after {@code table} was joined; null
   *     where there is no such place
   * @return {@code table}, or what must stand in its place
   */
  Table<?> fence(Table<?> table, @Nullable List<TenantPredicate> outer) {
    if (table instanceof QOM.JoinTable<?, ?> join) {
      return new JoinFence(this, state).fence(join, outer);
    }
    if (table instanceof QOM.Lateral<?> lateral) {
      return fenceLateral(lateral);
    }
    if (table instanceof QOM.SampleTable<?> sample && outer != null && isScoped(sample.$table())) {
      fence(sample.$table(), outer);
      return sample;
    }
    if (Tables.isInlined(table)) {
      return Tables.derived((QOM.DerivedTable<?>) table);
    }
    Table<?> kind = table instanceof QOM.TableAlias<?> alias ? alias.$table() : table;
    return Tables.isGenerated(kind) && kind instanceof ScopedTable scoped
        ? apply(table, predicate(table, scoped), outer)
        : checked(table, kind);
  }

  private static boolean isScoped(Table<?> table) {
    Table<?> kind = Writes.target(table);
    return Tables.isGenerated(kind) && kind instanceof ScopedTable;
  }

  @SuppressWarnings("unchecked")
  private <R extends Record> Table<?> fenceLateral(QOM.Lateral<R> lateral) {
    return lateral.$arg1((Table<R>) fence(lateral.$arg1(), null));
  }

  /** The predicate of {@code table}, or null where its scope needs none. */
  @Nullable TenantPredicate predicate(Table<?> table, ScopedTable scoped) {
    TableScope scope = scoped.scope();
    if (scope instanceof TableScope.TenantRows rows) {
      return TenantPredicate.ownRows(state, table, column(table, rows.tenantColumn()));
    }
    if (scope instanceof TableScope.SharedRows rows) {
      return TenantPredicate.linkedRows(state, table, column(table, rows.id()), rows);
    }
    if (scope instanceof TableScope.GlobalRows) {
      return null;
    }
    throw outOfSight(table);
  }

  private static StatementRefusedException outOfSight(Table<?> table) {
    return new StatementRefusedException(
        "Table %s is out of a tenant session's sight".formatted(Tables.name(table)),
        "its scope is system",
        "Reach it through croft.system(reason).");
  }

  private static Table<?> apply(
      Table<?> table, @Nullable TenantPredicate predicate, @Nullable List<TenantPredicate> outer) {
    if (predicate == null) {
      return table;
    }
    if (outer == null) {
      return derived(table, predicate);
    }
    outer.add(predicate);
    return table;
  }

  /** Only an alias lets the columns outside be read from the derived table unchanged. */
  private static Table<?> derived(Table<?> table, TenantPredicate predicate) {
    if (table.getSchema() != null) {
      throw new StatementRefusedException(
          "Table %s cannot be fenced in this join without an alias".formatted(Tables.name(table)),
          "a full join, or an outer join with USING or NATURAL, has no place for its predicate",
          "Give the table an alias, or join with ON.");
    }
    if (table instanceof Path) {
      throw new StatementRefusedException(
          "A path to %s cannot be fenced in this join".formatted(Tables.name(table)),
          "a full join has no place for its predicate, and a derived table none for its path",
          "Join the table itself, under an alias, with ON.");
    }
    return DSL.select(table.fields())
        .from(table)
        .where(predicate)
        .asTable(table.getUnqualifiedName());
  }

  private Table<?> checked(Table<?> table, Table<?> kind) {
    if (state.allowsPlainSql()
        || Tables.holdsNoRowsOfItsOwn(kind)
        || state.declaresCommonTable(kind)) {
      return table;
    }
    if (Tables.isText(kind)) {
      throw StatementKinds.plainSql();
    }
    throw new StatementRefusedException(
        "Table %s is unknown to this tenant session".formatted(Tables.name(table)),
        "only generated table classes say whose rows they hold",
        "Use the generated class; if there is none, generate it from the changelogs.");
  }

  /** By position, because an alias may rename the columns. */
  @SuppressWarnings("unchecked")
  private static Field<UUID> column(Table<?> reference, TableField<?, UUID> column) {
    if (reference instanceof QOM.TableAlias<?> alias) {
      return (Field<UUID>) requireNonNull(alias.field(alias.$table().indexOf(column)));
    }
    return column;
  }

  /** {@code predicates} that are not in {@code existing} yet, and {@code existing}. */
  static @Nullable Condition and(List<TenantPredicate> predicates, @Nullable Condition existing) {
    List<Condition> conditions = new ArrayList<>();
    for (TenantPredicate predicate : predicates) {
      if (!predicate.isIn(existing)) {
        conditions.add(predicate);
      }
    }
    if (conditions.isEmpty()) {
      return existing;
    }
    if (existing != null) {
      conditions.add(existing);
    }
    return DSL.and(conditions);
  }
}
