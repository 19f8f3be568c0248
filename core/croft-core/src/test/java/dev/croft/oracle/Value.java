package dev.croft.oracle;

/**
 * What a statement selects or assigns. The number of a column counts the columns of the wanted type
 * that are in sight, and begins again after the last one, so that each value fits each statement.
 */
sealed interface Value {
  record OfColumn(int column) implements Value {}

  record Literal(int number) implements Value {}

  /** A column that is reached without a join of its own. */
  record OfPath(int path, int column) implements Value {}

  record Scalar(Aggregate aggregate, Query query) implements Value {}

  record Windowed(Aggregate aggregate, int column, int partition, boolean ordered)
      implements Value {}

  /** As text, so that it fits wherever a text does. */
  record Cast(int column) implements Value {}

  /** Rows in a row; a literal where it is not the outermost query that selects it. */
  record Nested(Query query) implements Value {}

  record NestedRow(int first, int second) implements Value {}

  enum Aggregate {
    COUNT,
    GREATEST,
    LEAST
  }
}
