package dev.croft.oracle;

/** What stands in a FROM clause. */
sealed interface Source {
  /** A table; under its own name where that is still free and no alias is wanted. */
  record Rows(Entity entity, boolean aliased) implements Source {}

  /** All of a table, in the words of TABLESAMPLE. */
  record Sampled(Entity entity) implements Source {}

  /** A table under new names for all its columns. */
  record Renamed(Entity entity) implements Source {}

  /** {@code Table.where}. */
  record Filtered(Entity entity, Filter filter) implements Source {}

  record Derived(Query query) implements Source {}

  /** A derived table that sees what stands left of it; an ordinary one where that is nothing. */
  record Lateral(Query query) implements Source {}

  /** Rows that no table holds. */
  record Listed(Listing listing) implements Source {}

  /** A common table expression, declared with the nearest query that declares any. */
  record Common(Query query) implements Source {}

  /** A recursive common table expression: the projects above or below one. */
  record Ancestry(boolean upward, Filter start) implements Source {}

  /** What a common table expression changed; {@code instead} where none may. */
  record Changed(Write write, Source instead) implements Source {}

  record Joined(Join join, Source left, Source right, int pair, Extra extra) implements Source {}

  /** A join along a path from a table on the left. */
  record PathJoined(boolean outer, Source left, int path) implements Source {}

  /** In a subquery, the rows that a path leads to from the query outside. */
  record PathRows(int path, Entity instead) implements Source {}

  enum Listing {
    VALUES,
    UNNEST,
    SERIES
  }

  enum Join {
    INNER,
    LEFT,
    RIGHT,
    FULL,
    CROSS,
    COMMA,
    USING,
    LEFT_USING,
    NATURAL,
    NATURAL_LEFT,
    NATURAL_FULL,
    SEMI,
    ANTI,
    CROSS_APPLY,
    OUTER_APPLY
  }

  /** What the condition of a join says beside the equality of two columns. */
  enum Extra {
    NOTHING,
    OR_ABSENT,
    ANYTHING
  }
}
