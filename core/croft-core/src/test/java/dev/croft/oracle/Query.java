package dev.croft.oracle;

import java.util.List;

/**
 * A SELECT.
 *
 * @param values what it selects; of which types, and how many, is up to where it stands
 * @param combined at most one more query, whose rows are combined with its own
 * @param declares whether it declares common table expressions of its own
 */
record Query(
    List<Value> values,
    Source from,
    List<Filter> where,
    Shape shape,
    int limit,
    List<Combined> combined,
    boolean declares) {

  record Combined(SetOperation operation, Query query) {}

  enum SetOperation {
    UNION,
    UNION_ALL,
    INTERSECT,
    EXCEPT
  }

  enum Shape {
    PLAIN,
    DISTINCT,
    DISTINCT_ON,
    LIMITED,
    GROUPED,
    HAVING,
    GROUPING_SETS,
    ROLLUP,
    CUBE
  }
}
