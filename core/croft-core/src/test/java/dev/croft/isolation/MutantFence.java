package dev.croft.isolation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Configuration;
import org.jooq.ConnectionProvider;
import org.jooq.DMLQuery;
import org.jooq.ExecuteContext;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.VisitContext;
import org.jooq.VisitListener;
import org.jooq.VisitListenerProvider;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.jooq.impl.DefaultRecordListenerProvider;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/** The fence with a fault in it, made from outside: it undoes some of what the fence did. */
public final class MutantFence implements VisitListener {
  private final TenantFence fence;
  private final FenceMutation mutation;
  private final Deque<QueryPart> around = new ArrayDeque<>();
  private final Set<QueryPart> implicitJoins = identitySet();
  private final Set<QueryPart> moved = identitySet();

  private MutantFence(TenantId tenant, FenceMutation mutation) {
    this.fence = new TenantFence(fencedInto(tenant, mutation), false);
    this.mutation = mutation;
  }

  /** The configuration of a tenant session, whose fence has the fault. */
  public static Configuration configuration(
      FenceMutation mutation, TenantId tenant, ConnectionProvider connections) {
    VisitListenerProvider fence = () -> new MutantFence(tenant, mutation);
    Settings settings = SessionSettings.fresh();
    SessionSettings.forRecords(settings);
    return new DefaultConfiguration()
        .set(SQLDialect.POSTGRES)
        .set(settings)
        .set(connections)
        .set(fence)
        .set(new DefaultRecordListenerProvider(new TenantStamp(tenant)))
        .set(new DefaultExecuteListenerProvider(new StatementGuard(tenant, fence, null)));
  }

  /** The ids of tenants are numbers in a row. */
  private static TenantId fencedInto(TenantId tenant, FenceMutation mutation) {
    if (mutation != FenceMutation.OF_ANOTHER_TENANT) {
      return tenant;
    }
    UUID id = tenant.value();
    long number = id.getLeastSignificantBits();
    return new TenantId(
        new UUID(id.getMostSignificantBits(), number % 2 == 0 ? number - 1 : number + 1));
  }

  @Override
  public void visitStart(VisitContext context) {
    QueryPart original = context.queryPart();
    fence.visitStart(context);
    QueryPart fenced = context.queryPart();
    if (isImplicitJoin(original, fenced)) {
      implicitJoins.add(fenced);
    }
    context.queryPart(mutated(original, fenced, returns(context.context().executeContext())));
    around.push(context.queryPart());
  }

  @Override
  public void visitEnd(VisitContext context) {
    fence.visitEnd(context);
    around.pop();
  }

  /** jOOQ tells of a RETURNING clause by its text alone. */
  private boolean returns(@Nullable ExecuteContext execution) {
    return mutation == FenceMutation.IN_RETURNING
        && execution != null
        && execution.query() instanceof DMLQuery<?> write
        && DSL.using(SQLDialect.POSTGRES).render(write).contains(" returning ");
  }

  /** The fence replaces only joins that it did not meet in a FROM clause. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isImplicitJoin(QueryPart original, QueryPart fenced) {
    return original instanceof QOM.JoinTable && original != fenced;
  }

  private static Set<QueryPart> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private QueryPart mutated(QueryPart original, QueryPart fenced, boolean returns) {
    if (fenced instanceof TenantPredicate) {
      boolean path = around.stream().anyMatch(implicitJoins::contains);
      boolean leftOut = isMoved(fenced) || mutation.leavesOut(around, path, returns);
      return leftOut ? DSL.trueCondition() : fenced;
    }
    if (mutation == FenceMutation.OF_UPSERTS && original instanceof QOM.Insert<?> insert) {
      boolean namesTenant =
          insert.$columns().stream().anyMatch(column -> column.getName().equals("tenant_id"));
      return namesTenant && !insert.$onConflict().isEmpty() ? original : fenced;
    }
    return mutation == FenceMutation.BEFORE_OUTER_JOINS && fenced instanceof Select<?> select
        ? intoOn(select)
        : fenced;
  }

  /** Moves the predicates of the WHERE clause into the ON clause of a left join. */
  private Select<?> intoOn(Select<?> select) {
    List<Condition> predicates = new ArrayList<>();
    collect(select.$where(), predicates);
    List<Table<?>> from = new ArrayList<>(List.copyOf(select.$from()));
    for (int i = 0; i < from.size() && !predicates.isEmpty(); i++) {
      if (from.get(i) instanceof QOM.LeftJoin<?> join && join.$on() != null) {
        from.set(i, join.$on(DSL.and(predicates).and(join.$on())));
        moved.addAll(predicates);
        return select.$from(from);
      }
    }
    return select;
  }

  private static void collect(@Nullable Condition condition, List<Condition> predicates) {
    if (condition instanceof TenantPredicate) {
      predicates.add(condition);
    } else if (condition instanceof QOM.And and) {
      collect(and.$arg1(), predicates);
      collect(and.$arg2(), predicates);
    }
  }

  private boolean isMoved(QueryPart predicate) {
    for (QueryPart part : around) {
      if (part instanceof QOM.JoinTable) {
        return false;
      }
      if (part instanceof Select) {
        return moved.contains(predicate);
      }
    }
    return false;
  }
}
