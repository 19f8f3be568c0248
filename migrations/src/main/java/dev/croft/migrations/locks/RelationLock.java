package dev.croft.migrations.locks;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;

/**
 * What was done to a relation that existed before.
 *
 * @param relation its name with its schema, as it was before
 * @param mode the strongest lock that was held on it
 * @param isRewritten whether it was written anew, as a whole: rows, or the entries of an index
 * @param rowsRead how many of its rows were read one after the other, such as to check a constraint
 * @param rows how many rows it holds by the statistics; empty if it was never analyzed
 * @param bytes how large it is on the disk, without its indexes
 */
public record RelationLock(
    String relation,
    LockMode mode,
    boolean isRewritten,
    long rowsRead,
    OptionalLong rows,
    long bytes) {
  public RelationLock {
    requireNonNull(relation, "relation");
    requireNonNull(mode, "mode");
    requireNonNull(rows, "rows");
  }
}
