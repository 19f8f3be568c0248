package dev.croft.analysis;

import java.util.List;

/**
 * Something that holds in the rows of a table and does not follow from its keys.
 *
 * @param table its qualified name
 * @param determinant the columns that decide
 * @param dependent the columns that are decided
 * @param independent of a multivalued dependency the other columns, of which each combination comes
 *     with each of the dependent ones; otherwise empty
 */
public record Dependency(
    Kind kind,
    String table,
    List<String> determinant,
    List<String> dependent,
    List<String> independent,
    Evidence evidence) {

  /** What it says. */
  public enum Kind {
    /** One determinant, one value. */
    FUNCTIONAL,
    /** One determinant, one set of values, whatever the other columns hold. */
    MULTIVALUED
  }
}
