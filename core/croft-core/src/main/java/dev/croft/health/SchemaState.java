package dev.croft.health;

import java.util.List;

/**
 * What Croft's own table classes and the live database know of each other.
 *
 * @param missing tables and columns, as {@code schema.table.column}, that the code knows and the
 *     database lacks: its migrations are behind
 * @param unknown those that the database has and the code does not know: the code is behind, which
 *     is what a migration that expands looks like
 */
public record SchemaState(List<String> missing, List<String> unknown) {
  public SchemaState {
    missing = List.copyOf(missing);
    unknown = List.copyOf(unknown);
  }

  /** Whether the database has all that the code needs. */
  public boolean isMigrated() {
    return missing.isEmpty();
  }
}
