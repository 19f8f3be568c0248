package dev.croft.isolation;

import dev.croft.exception.StatementRefusedException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Constraint;
import org.jooq.DMLQuery;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.QueryPart;
import org.jooq.SQL;
import org.jooq.Select;
import org.jooq.SelectQuery;
import org.jooq.Sequence;
import org.jooq.VisitContext;
import org.jooq.VisitListener;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/**
 * The second fence: while jOOQ renders a statement, replaces each part that names tables by a copy
 * that holds the tenant's predicates, and refuses what it does not know. One instance serves one
 * rendering.
 */
final class TenantFence implements VisitListener {
  private final StatementState state;
  private final TableFence tables;
  private int templates;

  TenantFence(TenantId tenant, boolean allowsPlainSql) {
    this.state = new StatementState(tenant, allowsPlainSql);
    this.tables = new TableFence(state);
  }

  @Override
  public void visitStart(VisitContext context) {
    state.enter(context.context());
    QueryPart part = context.queryPart();
    if (!state.allowsPlainSql()) {
      checkText(context);
    }
    if (part instanceof SQL) {
      templates++;
    }
    if (part instanceof Constraint constraint && state.isInStatement()) {
      new UpsertFence(state).check(constraint);
    }
    context.queryPart(fence(part));
  }

  /** Refuses what the fence cannot read. */
  private void checkText(VisitContext context) {
    QueryPart part = context.queryPart();
    RawText.check(context, templates > 0);
    if (part instanceof Field<?> field) {
      Functions.check(field);
    }
    if (part instanceof Sequence) {
      throw new StatementRefusedException(
          "A sequence is refused in a tenant session",
          "its numbers are counted for all tenants, and tell one how much the others do",
          "Let the table number its rows, or use UUIDs.");
    }
    if (part instanceof SQL sql && !PlainText.namesNothing(sql)) {
      throw StatementKinds.plainSql();
    }
  }

  @Override
  public void visitEnd(VisitContext context) {
    QueryPart part = context.queryPart();
    if (part instanceof SQL) {
      templates--;
    } else if (part instanceof Select || part instanceof DMLQuery) {
      state.end();
    } else if (part instanceof QOM.JoinTable) {
      state.endJoin();
    } else if (part instanceof CommonTableExpression<?> table && context.context().declareCTE()) {
      state.scope().rendered(table);
    }
  }

  private QueryPart fence(QueryPart part) {
    if (part instanceof Select<?> select) {
      return fence(select);
    }
    if (part instanceof QOM.JoinTable<?, ?> join) {
      state.beginJoin(join);
      return state.isFenced(join) ? join : new JoinFence(tables, state).fenceImplicit(join);
    }
    return part instanceof DMLQuery<?> write ? fence(write) : part;
  }

  private QueryPart fence(DMLQuery<?> write) {
    state.begin(withOf(write));
    if (write instanceof QOM.Insert<?> insert) {
      return new InsertFence(state).fence(insert);
    }
    if (write instanceof QOM.Update<?> update) {
      return fence(update);
    }
    if (write instanceof QOM.Delete<?> delete) {
      return fence(delete);
    }
    throw StatementKinds.merge();
  }

  private static QOM.@Nullable With withOf(DMLQuery<?> write) {
    return switch (write) {
      case QOM.Insert<?> insert -> insert.$with();
      case QOM.Update<?> update -> update.$with();
      case QOM.Delete<?> delete -> delete.$with();
      default -> null;
    };
  }

  private Select<?> fence(Select<?> select) {
    state.begin(select.$with());
    if (select.$intoTable() != null) {
      throw StatementKinds.refused("SELECT INTO", "INSERT … SELECT");
    }
    List<TenantPredicate> predicates = new ArrayList<>();
    Select<?> fenced = inlineLimit(select).$from(tables.fence(select.$from(), predicates));
    if (!state.allowsPlainSql()) {
      SelectText.checkNone(select);
      withoutPlainText(fenced);
    }
    state.scope().fenced(predicates);
    Condition where = TableFence.and(predicates, select.$where());
    return where == null ? fenced : fenced.$where(where);
  }

  /** In case that jOOQ did not let them be read. */
  private static void withoutPlainText(Select<?> copy) {
    if (copy instanceof SelectQuery<?> query) {
      query.addHint("");
      query.addOption("");
    }
  }

  /** PostgreSQL plans a LIMIT that is a bind variable anew at every execution. */
  private static Select<?> inlineLimit(Select<?> select) {
    Field<? extends Number> limit = inlined(select.$limit());
    Field<? extends Number> offset = inlined(select.$offset());
    Select<?> limited = limit == null ? select : select.$limit(limit);
    return offset == null ? limited : limited.$offset(offset);
  }

  private static @Nullable Field<? extends Number> inlined(@Nullable Field<? extends Number> n) {
    return n instanceof Param<? extends Number> param && !param.isInline()
        ? DSL.inline(param.getValue(), param.getDataType())
        : null;
  }

  private QueryPart fence(QOM.Update<?> update) {
    List<TenantPredicate> predicates = new ArrayList<>();
    Writes.check(update.$table());
    Writes.checkAssignments(update.$table(), update.$set().keySet());
    tables.fence(update.$table(), predicates);
    QOM.Update<?> fenced =
        update.$from().isEmpty() ? update : update.$from(tables.fence(update.$from(), predicates));
    state.scope().fenced(predicates);
    Condition where = TableFence.and(predicates, update.$where());
    return where == null ? fenced : fenced.$where(where);
  }

  private QueryPart fence(QOM.Delete<?> delete) {
    List<TenantPredicate> predicates = new ArrayList<>();
    Writes.check(delete.$from());
    tables.fence(delete.$from(), predicates);
    QOM.Delete<?> fenced =
        delete.$using().isEmpty()
            ? delete
            : delete.$using(tables.fence(delete.$using(), predicates));
    state.scope().fenced(predicates);
    Condition where = TableFence.and(predicates, delete.$where());
    return where == null ? fenced : fenced.$where(where);
  }
}
