package dev.croft.isolation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.CommonTableExpression;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/** What is in sight in one SELECT, INSERT, UPDATE or DELETE, which may be part of another. */
final class StatementScope {
  private final Set<Name> commonTables = new HashSet<>();
  private final boolean recursive;
  private @Nullable Table<?> written;
  private boolean keyAssignmentsLeftOut;
  private List<TenantPredicate> applied = List.of();

  /** All common table expressions are in sight of the statement's own FROM clause. */
  StatementScope(QOM.@Nullable With with) {
    recursive = with != null && with.$recursive();
    if (with != null) {
      with.$commonTableExpressions().forEach(this::declare);
    }
  }

  /** Unquoted, a name may stand for another than the one it is compared with. */
  private void declare(CommonTableExpression<?> table) {
    Name name = table.getUnqualifiedName();
    if (name.quoted() != Name.Quoted.SYSTEM) {
      commonTables.add(name);
    }
  }

  boolean declares(Name name) {
    return name.quoted() != Name.Quoted.SYSTEM && commonTables.contains(name);
  }

  /** From here on the parts are rendered: first the common table expressions, one by one. */
  void fenced(List<TenantPredicate> predicates) {
    applied = predicates;
    if (!recursive) {
      commonTables.clear();
    }
  }

  /** Only now may others refer to {@code table}: its own body would see a table of that name. */
  void rendered(CommonTableExpression<?> table) {
    declare(table);
  }

  /** The table of an upsert, and whether assignments to its key were left out. */
  void writes(Table<?> table, boolean leftOut) {
    written = table;
    keyAssignmentsLeftOut = leftOut;
  }

  @Nullable Table<?> written() {
    return written;
  }

  boolean keyAssignmentsLeftOut() {
    return keyAssignmentsLeftOut;
  }

  /** Those of {@code predicates} that the statement's WHERE clause does not hold. */
  List<TenantPredicate> notApplied(List<TenantPredicate> predicates) {
    List<TenantPredicate> missing = new ArrayList<>(predicates);
    missing.removeIf(predicate -> applied.stream().anyMatch(predicate::isSame));
    return missing;
  }
}
