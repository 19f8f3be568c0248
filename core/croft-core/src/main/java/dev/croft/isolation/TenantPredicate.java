package dev.croft.isolation;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.CustomCondition;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/**
 * The condition that keeps one table reference inside a tenant. It is a type of its own so that a
 * statement that jOOQ copies while rendering is recognised as fenced already.
 */
final class TenantPredicate extends CustomCondition {
  private static final long serialVersionUID = 1L;
  private static final String LINK = "croft_link";

  private final TenantId tenant;
  private final Table<?> table;
  private final Condition condition;

  private TenantPredicate(TenantId tenant, Table<?> table, Condition condition) {
    this.tenant = tenant;
    this.table = table;
    this.condition = condition;
  }

  static TenantPredicate ownRows(StatementState state, Table<?> table, Field<UUID> tenantColumn) {
    return new TenantPredicate(state.tenant(), table, tenantColumn.eq(state.parameter()));
  }

  /** Rows that the tenant's link table refers to; the link itself is fenced when rendered. */
  static TenantPredicate linkedRows(
      StatementState state, Table<?> table, Field<UUID> id, TableScope.SharedRows scope) {
    Table<?> link = requireNonNull(scope.linkReference().getTable()).as(linkAlias(table));
    Field<UUID> reference = requireNonNull(link.field(scope.linkReference()));
    return new TenantPredicate(
        state.tenant(), table, DSL.exists(DSL.selectOne().from(link).where(reference.eq(id))));
  }

  /** An alias that does not hide {@code table} from the condition. */
  private static String linkAlias(Table<?> table) {
    return table.getName().equalsIgnoreCase(LINK) ? LINK + "_of_it" : LINK;
  }

  /** Whether {@code condition} holds the predicate of {@code table} among its conjuncts. */
  private static boolean isIn(@Nullable Condition condition, TenantId tenant, Table<?> table) {
    if (condition instanceof TenantPredicate predicate) {
      return predicate.tenant.equals(tenant) && isSame(predicate.table, table);
    }
    return condition instanceof QOM.And and
        && (isIn(and.$arg1(), tenant, table) || isIn(and.$arg2(), tenant, table));
  }

  /** The class too, because a generated table's name does not hold its schema. */
  private static boolean isSame(Table<?> one, Table<?> other) {
    return one.getClass().equals(other.getClass()) && one.equals(other);
  }

  /** {@code condition}, of the predicates in it only those of {@code tables}, and each once. */
  static Condition onlyOf(List<Table<?>> tables, Condition condition) {
    List<Condition> conjuncts = new ArrayList<>();
    Condition given = unwrapped(condition);
    collect(given, conjuncts);
    List<Condition> kept = new ArrayList<>();
    for (Condition conjunct : conjuncts) {
      if (!(conjunct instanceof TenantPredicate predicate)
          || (predicate.isOneOf(tables) && !predicate.isIn(DSL.and(kept)))) {
        kept.add(conjunct);
      }
    }
    if (kept.isEmpty()) {
      return DSL.noCondition();
    }
    return kept.size() == conjuncts.size() ? given : DSL.and(kept);
  }

  /** The ON clause of a join under construction is a condition around the condition. */
  private static Condition unwrapped(Condition condition) {
    return condition.and(DSL.noCondition());
  }

  private static void collect(Condition condition, List<Condition> conjuncts) {
    if (condition instanceof QOM.And and) {
      collect(and.$arg1(), conjuncts);
      collect(and.$arg2(), conjuncts);
    } else {
      conjuncts.add(condition);
    }
  }

  private boolean isOneOf(List<Table<?>> tables) {
    return tables.stream().anyMatch(candidate -> isSame(table, candidate));
  }

  boolean isSame(TenantPredicate other) {
    return tenant.equals(other.tenant) && isSame(table, other.table);
  }

  boolean isIn(@Nullable Condition condition) {
    return isIn(condition, tenant, table);
  }

  @Override
  public void accept(Context<?> context) {
    context.visit(condition);
  }
}
