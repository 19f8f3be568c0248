package dev.croft.testkit.assertion;

import java.util.Set;
import org.assertj.core.api.AbstractStringAssert;
import org.jooq.Query;

/** Assertions about the text of a statement, which is what {@code actual} is. */
public final class SqlAssert extends AbstractStringAssert<SqlAssert> {
  private final Set<FencedTable> tables;

  SqlAssert(Query query) {
    super(query.getSQL().replace("\"", ""), SqlAssert.class);
    this.tables = FencedTable.in(query);
  }

  /**
   * Asserts that every reference to a table that holds tenants' rows has the tenant's predicate
   * once, or, as the target of an INSERT, the tenant's column. A statement without such a table
   * fails: it has nothing to be fenced.
   */
  public SqlAssert isFenced() {
    if (tables.isEmpty()) {
      failWithMessage("Expected%n  %s%nto name a table that holds tenants' rows.", actual);
    }
    tables.forEach(this::checkPredicates);
    return this;
  }

  private void checkPredicates(FencedTable table) {
    table
        .references(actual)
        .forEach(
            (reference, times) -> {
              long predicates = table.predicates(actual, reference);
              if (predicates != times) {
                failWithMessage(
                    "%s is named %d times and has the tenant's predicate %d times in%n  %s%n"
                        + "Make the query with the dsl() of a tenant's session.",
                    reference, times, predicates, actual);
              }
            });
  }
}
