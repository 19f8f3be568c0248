package dev.croft.oracle;

/** The conditions of statements. */
sealed interface Filter {
  /** Two columns that mean the same kind of thing. */
  record Related(int pair, Comparison comparison) implements Filter {}

  record ToLiteral(Type type, int column, int number, Comparison comparison) implements Filter {}

  record Absent(Type type, int column, boolean negated) implements Filter {}

  record Both(Filter one, Filter other) implements Filter {}

  record Either(Filter one, Filter other) implements Filter {}

  record Not(Filter filter) implements Filter {}

  record Exists(Query query, boolean negated) implements Filter {}

  record Member(Type type, int column, Query query, Membership membership) implements Filter {}

  record ToScalar(int column, Query query, Comparison comparison) implements Filter {}

  record OfPath(int path, int column, int number) implements Filter {}

  enum Comparison {
    EQUAL,
    UNEQUAL,
    LESS,
    NOT_DISTINCT
  }

  enum Membership {
    IN,
    NOT_IN,
    ANY,
    ALL,
    ROW_IN
  }
}
