package dev.croft.oracle;

import java.util.ArrayList;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.WithStep;

/** The common table expressions that one statement or query declares. */
final class Commons {
  private final boolean mayChange;
  private final List<CommonTableExpression<?>> tables = new ArrayList<>();
  private boolean recursive;
  private boolean changes;

  /**
   * @param mayChange whether one of them may change rows
   */
  Commons(boolean mayChange) {
    this.mayChange = mayChange;
  }

  void declare(CommonTableExpression<?> table) {
    tables.add(table);
  }

  void declareRecursive(CommonTableExpression<?> table) {
    tables.add(table);
    recursive = true;
  }

  /** Whether the caller may declare one that changes rows; only one does in a statement. */
  boolean takeChange() {
    boolean taken = mayChange && !changes;
    changes |= taken;
    return taken;
  }

  boolean isEmpty() {
    return tables.isEmpty();
  }

  WithStep with(DSLContext dsl) {
    return recursive ? dsl.withRecursive(tables) : dsl.with(tables);
  }
}
