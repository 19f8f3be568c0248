package dev.croft.isolation;

/** A table that knows whose rows it holds. Every generated table class is one. */
public interface ScopedTable {
  /** The scope of this table, its columns bound to this table's alias where it has one. */
  TableScope scope();
}
