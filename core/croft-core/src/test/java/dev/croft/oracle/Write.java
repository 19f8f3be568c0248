package dev.croft.oracle;

import java.util.List;

/** A statement that changes rows. */
sealed interface Write {
  Entity target();

  /** What it returns of each row that it wrote; nothing if empty. */
  List<Value> returning();

  /** The first of {@code from}, if there is one, stands in the FROM clause. */
  record Update(
      Entity target,
      boolean aliased,
      List<Assignment> assignments,
      List<Source> from,
      List<Filter> where,
      List<Value> returning)
      implements Write {}

  /** The first of {@code using}, if there is one, stands in the USING clause. */
  record Delete(
      Entity target, boolean aliased, List<Source> using, List<Filter> where, List<Value> returning)
      implements Write {}

  record Insert(
      Entity target, List<NewRow> rows, Owner owner, Conflict conflict, List<Value> returning)
      implements Write {}

  /** New rows for the rows of a query, none of which meets another. */
  record InsertSelect(
      Entity target, Query query, Owner owner, Conflict conflict, List<Value> returning)
      implements Write {}

  record Assignment(int column, Value value) {}

  /** Numbers from which the columns of a row are chosen. */
  record NewRow(int key, int reference, int text, int number) {}

  /** The tenant that an INSERT names. */
  enum Owner {
    ABSENT,
    NULL,
    OWN,
    OTHER
  }

  enum Conflict {
    FAILS,
    IGNORED,
    IGNORED_ON_KEY,
    UPDATES,
    UPDATES_FROM_EXCLUDED,
    UPDATES_WHERE
  }
}
