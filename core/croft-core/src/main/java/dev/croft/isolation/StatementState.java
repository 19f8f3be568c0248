package dev.croft.isolation;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.BindContext;
import org.jooq.Context;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** What the fence knows of the one statement that is being rendered. */
final class StatementState {
  private final TenantId tenant;
  private final boolean allowsPlainSql;
  private final Set<QOM.JoinTable<?, ?>> fencedJoins =
      Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<StatementScope> scopes = new ArrayDeque<>();
  private @Nullable Field<UUID> parameter;
  private int implicitJoins;

  /**
   * The state of a new rendering.
   *
   * @param allowsPlainSql whether what cannot be read is let through, because it was reviewed
   */
  StatementState(TenantId tenant, boolean allowsPlainSql) {
    this.tenant = tenant;
    this.allowsPlainSql = allowsPlainSql;
  }

  TenantId tenant() {
    return tenant;
  }

  boolean allowsPlainSql() {
    return allowsPlainSql;
  }

  /** The tenant's id as it stands in the statement. */
  Field<UUID> parameter() {
    if (parameter != null) {
      return parameter;
    }
    return implicitJoins > 0 ? literal() : DSL.val(tenant.value(), SQLDataType.UUID);
  }

  private Field<UUID> literal() {
    return new TenantLiteral(tenant);
  }

  /**
   * A bind variable, but a literal in a batch: there jOOQ assigns the caller's values to the bind
   * variables by position, so that one more would shift them.
   */
  void enter(Context<?> context) {
    if (parameter == null && isBatch(context)) {
      parameter = literal();
    }
  }

  /** Whether the caller binds values to the statement after it is rendered, or asks for them. */
  boolean isBatch() {
    return parameter != null;
  }

  private static boolean isBatch(Context<?> context) {
    ExecuteContext execution = context.executeContext();
    return (execution == null && context instanceof BindContext)
        || context.configuration().executeListenerProviders().length > 1
        || (execution != null && execution.type() == ExecuteType.BATCH);
  }

  void fenced(QOM.JoinTable<?, ?> join) {
    fencedJoins.add(join);
  }

  boolean isFenced(QOM.JoinTable<?, ?> join) {
    return fencedJoins.contains(join);
  }

  /**
   * Up to the end of a join that jOOQ made of paths, the tenant is a literal: jOOQ puts such joins
   * into the finished text, and miscounts where their bind variables stand among the others.
   */
  void beginJoin(QOM.JoinTable<?, ?> join) {
    if (implicitJoins > 0 || (!isFenced(join) && Tables.areGenerated(join))) {
      implicitJoins++;
    }
  }

  void endJoin() {
    if (implicitJoins > 0) {
      implicitJoins--;
    }
  }

  void begin(QOM.@Nullable With with) {
    scopes.push(new StatementScope(with));
  }

  void end() {
    scopes.pop();
  }

  boolean isInStatement() {
    return !scopes.isEmpty();
  }

  StatementScope scope() {
    return scopes.element();
  }

  /**
   * Those of {@code predicates} that are not in the statement's WHERE clause. A join that jOOQ
   * renders by itself, outside of any statement, begins with a table of the FROM clause.
   */
  List<TenantPredicate> notApplied(List<TenantPredicate> predicates) {
    return scopes.isEmpty() ? List.of() : scopes.element().notApplied(predicates);
  }

  /** Whether {@code table} names a common table expression that is in sight where it stands. */
  boolean declaresCommonTable(Table<?> table) {
    Name name = table.getQualifiedName();
    return table.getSchema() == null && scopes.stream().anyMatch(scope -> scope.declares(name));
  }
}
